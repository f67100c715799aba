using CustomerTouchpoints.Inquiries.Inbound;

namespace CustomerTouchpoints.Tests.Inquiries;

/// <summary>The customer's new words are cut out of mails as programs write them.</summary>
public sealed class InboundTextTests
{
    private const string Quoted = "> Thank you, we have your message.\n> \n> The shop";

    /// <summary>Sentences that lead in a quote, as mail programs write them in the language of whoever uses them.</summary>
    private static readonly string[] LeadIns =
    [
        // Gmail
        "On Mon, Jan 5, 2026 at 10:12 AM The Shop <help@shop.example> wrote:",
        "On Mon, Jan 5, 2026 at 10:12 AM The Very Long Named Shop of Cameras\n<help@shop.example> wrote:",
        "Am Mo., 5. Jan. 2026 um 10:12 Uhr schrieb The Shop <help@shop.example>:",
        "Le lun. 5 janv. 2026 à 10:12, The Shop <help@shop.example> a écrit :",
        "Il giorno lun 5 gen 2026 alle ore 10:12 The Shop <help@shop.example>\nha scritto:",
        "El lun, 5 ene 2026 a las 10:12, The Shop (<help@shop.example>) escribió:",
        "Em seg., 5 de jan. de 2026 às 10:12, The Shop <help@shop.example>\nescreveu:",
        "Op ma 5 jan 2026 om 10:12 schreef The Shop <help@shop.example>:",
        "pon., 5 sty 2026 o 10:12 The Shop <help@shop.example> napisał(a):",
        "mån 5 jan. 2026 kl. 10:12 skrev The Shop <help@shop.example>:",
        "po 5. 1. 2026 v 10:12 odesílatel The Shop <help@shop.example> napsal:",
        "пн, 5 янв. 2026 г. в 10:12, The Shop <help@shop.example>:",
        "The Shop <help@shop.example>, 5 Oca 2026 Pzt, 10:12 tarihinde şunu yazdı:",
        "2026年1月5日(月) 10:12 The Shop <help@shop.example>:",
        "The Shop <help@shop.example> 于2026年1月5日周一 10:12写道:",
        "The Shop <help@shop.example> ezt írta (időpont: 2026. jan. 5., H, 10:12):",
        "În lun., 5 ian. 2026 la 10:12, The Shop <help@shop.example> a scris:",
        "Στις Δευ 5 Ιαν 2026 στις 10:12 π.μ., ο χρήστης The Shop <help@shop.example> έγραψε:",
        "po 5. 1. 2026 o 10:12 The Shop <help@shop.example> napísal(a):",
        "pon, 5. sij 2026. u 10:12 The Shop <help@shop.example> napisao/la je:",
        "На пн, 5.01.2026 г. в 10:12 ч. The Shop <help@shop.example> написа:",
        "Vào Th 2, 5 thg 1, 2026 vào lúc 10:12 The Shop <help@shop.example> đã viết:",
        "Pada tanggal Sen, 5 Jan 2026 pukul 10.12 The Shop <help@shop.example> menulis:",
        "Den man. 5. jan. 2026 kl. 10.12 skrev The Shop <help@shop.example>:",
        "ma 5. tammik. 2026 klo 10.12 The Shop (help@shop.example) kirjoitti:",
        "2026년 1월 5일 (월) 오전 10:12, The Shop <help@shop.example>님이 작성:",
        "‫בתאריך יום ב׳, 5 בינו׳ 2026 ב-10:12 מאת ‪The Shop‬‏ <‪help@shop.example‬‏>:‬",
        // Apple Mail
        "No dia 5 de jan. de 2026, às 10:12, The Shop <help@shop.example> escreveu:",
        "Wiadomość napisana przez The Shop <help@shop.example> w dniu 5 sty 2026, o godz. 10:12:",
        "Op 5 jan 2026, om 10:12 heeft The Shop <help@shop.example> het volgende geschreven:",
        "2026/01/05 10:12、The Shop <help@shop.example>のメール:",
        "On 5 Jan 2026, at 10:12, The Shop <help@shop.example> wrote:",
        "On Jan 5, 2026, at 10:12\u202fAM, The Shop <help@shop.example> wrote:",
        "Am 05.01.2026 um 10:12 schrieb The Shop <help@shop.example>:",
        "Le 5 janv. 2026 à 10:12, The Shop <help@shop.example> a écrit :",
        "Il giorno 5 gen 2026, alle ore 10:12, The Shop <help@shop.example> ha scritto:",
        "El 5 ene 2026, a las 10:12, The Shop <help@shop.example> escribió:",
        // Thunderbird
        "Am 05.01.26 um 10:12 schrieb The Shop:",
        "On 1/5/26 10:12, The Shop wrote:",
        "Le 05/01/2026 à 10:12, The Shop a écrit :",
        "Il 05/01/2026 10:12, The Shop ha scritto:",
        "W dniu 5.01.2026 o 10:12, The Shop pisze:",
        "05.01.2026 10:12, The Shop пишет:",
        "Dne 5.1.2026 v 10:12 The Shop napsal(a):",
        "Den 2026-01-05 kl. 10:12, skrev The Shop:",
        "The Shop kirjoitti 5.1.2026 klo 10:12:",
        // K-9
        "On 5 January 2026 10:12:00 CET, The Shop <help@shop.example> wrote:",
        "Am 5. Januar 2026 10:12:00 MEZ schrieb The Shop <help@shop.example>:",
        "Il 5 gennaio 2026 10:12:00 CET, The Shop <help@shop.example> ha scritto:",
    ];

    /// <summary>The heads of the mail that is answered, after which all is quoted, marked or not.</summary>
    private static readonly string[] Heads =
    [
        "________________________________\nFrom: The Shop <help@shop.example>"
            + "\nSent: Monday, January 5, 2026 10:12 AM\nTo: Ana <ana@mail.example>\nSubject: Re: My parcel",
        "From: The Shop <help@shop.example>\nDate: Monday, 5 January 2026 at 10:12\nTo: Ana <ana@mail.example>\nSubject: Re: My parcel",
        "________________________________\nVon: The Shop <help@shop.example>"
            + "\nGesendet: Montag, 5. Januar 2026 10:12\nAn: Ana <ana@mail.example>\nBetreff: AW: Paket",
        "De : The Shop <help@shop.example>\nEnvoyé : lundi 5 janvier 2026 10:12\nÀ : Ana <ana@mail.example>\nObjet : RE: Colis",
        "Da: The Shop <help@shop.example>\nInviato: lunedì 5 gennaio 2026 10:12\nA: Ana <ana@mail.example>\nOggetto: R: Pacco",
        "De: The Shop <help@shop.example>\nEnviado: lunes, 5 de enero de 2026 10:12\nPara: Ana <ana@mail.example>\nAsunto: RE: Paquete",
        "*Van:* The Shop <help@shop.example>\n*Verzonden:* maandag 5 januari 2026 10:12"
            + "\n*Aan:* Ana <ana@mail.example>\n*Onderwerp:* RE: Pakket",
        "Från: The Shop <help@shop.example>\nSkickat: den 5 januari 2026 10:12\nTill: Ana <ana@mail.example>\nÄmne: SV: Paket",
        "Od: The Shop <help@shop.example>\nWysłano: poniedziałek, 5 stycznia 2026 10:12\nDo: Ana <ana@mail.example>\nTemat: RE: Paczka",
        "От: The Shop <help@shop.example>\nОтправлено: 5 января 2026 г. 10:12\nКому: Ana <ana@mail.example>\nТема: RE: Посылка",
        "发件人: The Shop <help@shop.example>\n发送时间: 2026年1月5日 10:12\n收件人: Ana <ana@mail.example>\n主题: 回复: 包裹",
        "差出人: The Shop <help@shop.example>\n送信日時: 2026年1月5日 10:12\n宛先: Ana <ana@mail.example>\n件名: RE: 荷物",
        "Feladó: The Shop <help@shop.example>\nElküldve: 2026. január 5., hétfő 10:12\nCímzett: Ana\nTárgy: Re: Csomag",
        "De la: The Shop <help@shop.example>\nTrimis: luni, 5 ianuarie 2026 10:12\nCătre: Ana\nSubiect: RE: Colet",
        "Από: The Shop <help@shop.example>\nΣτάλθηκε: Δευτέρα, 5 Ιανουαρίου 2026 10:12\nΠρος: Ana\nΘέμα: Δέμα",
        "Od: The Shop <help@shop.example>\nOdoslané: pondelok 5. januára 2026 10:12\nKomu: Ana\nPredmet: RE: Balík",
        "보낸 사람: The Shop <help@shop.example>\n보낸 날짜: 2026년 1월 5일 월요일 10:12\n받는 사람: Ana\n제목: RE: 소포",
        "Fra: The Shop <help@shop.example>\nSendt: 5. januar 2026 10:12\nTil: Ana\nEmne: SV: Pakke",
        "From:\tThe Shop <help@shop.example>\nTo:\tAna\nDate:\t05/01/2026 10:12\nSubject:\tRe: My parcel",
        "-----Original Message-----\nFrom: The Shop\nSent: Monday",
        "-----Ursprüngliche Nachricht-----\nVon: The Shop\nGesendet: Montag",
        "-----Message d'origine-----\nDe : The Shop",
        "-----Messaggio originale-----\nDa: The Shop",
        "---------- Forwarded message ---------\nFrom: The Shop <help@shop.example>",
        "-------- Weitergeleitete Nachricht --------\nBetreff: Paket",
    ];

    private static readonly string[] Signatures =
    [
        "-- \nAna Costa\nVia dei Fiori 12",
        "--\nAna",
        "Sent from my iPhone",
        "Sent from Outlook for Android",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "Sent from my Android device with K-9 Mail. Please excuse my brevity.",
        "Von meinem iPhone gesendet",
        "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
        "Gesendet mit Proton Mail",
        "Envoyé de mon iPhone",
        "Inviato da iPhone",
        "Inviato dal mio dispositivo Android",
        "Enviado desde mi iPhone",
        "Enviado do meu iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Skickat från min iPhone",
        "Wysłane z iPhone'a",
        "Отправлено с iPhone",
        "iPhoneから送信",
        "发自我的iPhone",
        "Obtenir Outlook pour Android<https://aka.ms/o0ukef>",
        "Skaff deg Outlook for iOS",
        "获取 Outlook for iOS",
        "Outlook for iOS を入手",
        "Wysłane za pomocą K-9 Mail",
        "Trimis de pe iPhone-ul meu",
        "Στάλθηκε από το iPhone μου",
        "iPhone-omról küldve",
    ];

    /// <summary>What customers write by themselves, and what is no quote of anybody.</summary>
    private static readonly string[] Words =
    [
        "Where is my parcel?",
        "Hello,\n\nit has not come.\n\nBest regards\nAna",
        "Am Montag schrieb mir Ihr Kollege: bitte warten.\nIch warte.",
        "On Monday your colleague wrote: please wait.\nI do.",
        "The label says:\nFrom: Milano\nand nothing else.",
        "I paid 5 > 3 times.\n-- and that is too much",
        "Le colis n’est pas arrivé.\nMerci d’avance",
        "1. it rattles\n2. it smokes\n\nWhat now?",
        "包裹在哪里？",
        "Где моя посылка?",
    ];

    private static IEnumerable<TestCaseData> Mails =>
        from words in Words
        from tail in LeadIns
            .SelectMany(lead => new[] { $"{lead}\n\n{Quoted}", $"{lead}\nThank you, we have your message.\nThe shop" })
            .Concat(Heads.Select(head => $"{head}\n\nThank you, we have your message.\n\nThe shop"))
            .Append(Quoted)
        select new TestCaseData(words, tail);

    [Test]
    public void What_mail_programs_add_is_kept_aside() =>
        Assert.That(
            Mails
                .Select(mail => (Words: (string)mail.Arguments[0]!, Tail: (string)mail.Arguments[1]!))
                .Where(mail => InboundText.Of($"{mail.Words}\n\n{mail.Tail}", 20_000).Words != mail.Words)
                .Select(mail => $"[{InboundText.Of($"{mail.Words}\n\n{mail.Tail}", 20_000).Words}] of [{mail.Words}] and [{mail.Tail}]")
                .Take(20),
            Is.Empty
        );

    [Test]
    public void Signatures_of_programs_and_below_two_hyphens_are_kept_aside() =>
        Assert.That(
            from words in Words
            from signature in Signatures
            from tail in LeadIns.Take(3).Select(lead => $"\n\n{lead}\n{Quoted}").Append("").Append("\n\n" + Heads[0])
            let parted = InboundText.Of($"{words}\n\n{signature}{tail}", 20_000)
            where parted.Words != words || !parted.Aside!.Contains(signature.Split('\n')[0].TrimEnd(), StringComparison.Ordinal)
            select $"[{parted.Words}] of [{words}] and [{signature}] and [{tail}]",
            Is.Empty
        );

    [TestCaseSource(nameof(Words))]
    public void Words_that_only_look_like_quotes_stay(string words)
    {
        Assert.That(InboundText.Of(words, 20_000), Is.EqualTo(new InboundText(words, null)));
        Assert.That(InboundText.Of(words.ReplaceLineEndings("\r\n") + "\r\n\r\n", 20_000).Words, Is.EqualTo(words));
    }

    [Test]
    public void Whoever_answers_between_and_below_quotes_keeps_their_words()
    {
        InboundText parted = InboundText.Of(
            "On Mon, 5 Jan 2026 at 10:12, The Shop <help@shop.example> wrote:"
                + "\n> Which one?\n\nThe blue one.\n\n> And by when?\n\nTomorrow.\n-- \nAna",
            20_000
        );

        Assert.That(parted.Words, Is.EqualTo("The blue one.\n\nTomorrow."));
        Assert.That(parted.Aside, Does.Contain("> Which one?").And.Contain("> And by when?").And.Contain("Ana"));
    }

    [TestCase("", InboundText.NoText)]
    [TestCase(" \n ", InboundText.NoText)]
    [TestCase("> only a quote", "> only a quote")]
    [TestCase("Sent from my iPhone", "Sent from my iPhone")]
    [TestCase("a\0b", "ab")]
    public void There_are_always_words(string text, string words) =>
        Assert.That(InboundText.Of(text, 20_000), Is.EqualTo(new InboundText(words, null)));

    [Test]
    public void A_cut_parts_no_letter() => Assert.That(InboundText.Of("ab😀", 3), Is.EqualTo(new InboundText("ab", "😀\n")));

    [Test]
    public void Text_that_is_made_to_be_slow_is_not()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (
            string evil in new[]
            {
                new string('>', 200_000),
                string.Concat(Enumerable.Repeat("On 2026 a@b \n", 20_000)),
                "From: x\n" + new string(' ', 200_000),
            }
        )
        {
            InboundText.Of(evil, 20_000);
        }

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [TestCase("Re: AW: My parcel", "My parcel")]
    [TestCase("RE[2]: Fwd: R: My parcel", "My parcel")]
    [TestCase("回复：包裹", "包裹")]
    [TestCase("Réf : colis", "colis")]
    [TestCase("Re: It [question.7.0123456789abcdef]", "It")]
    [TestCase("Repair: my camera", "Repair: my camera")]
    [TestCase("  a \r\n b\u202e ", "a b")]
    [TestCase("Re:", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void A_subject_is_what_it_is_about(string? subject, string? about) => Assert.That(InboundSubject.Of(subject), Is.EqualTo(about));
}
