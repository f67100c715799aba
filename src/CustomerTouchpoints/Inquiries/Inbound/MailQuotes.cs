using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Inquiries.Inbound;

/// <summary>
/// What a mail quotes of others. Mail programs lead it in with a sentence ("On Monday, 5 January 2026 at 10:12 Eva wrote:"), with a line of
/// dashes and a name, or with the head of the mail that is answered, each in the language of whoever writes.
/// </summary>
/// <remarks>Pure.</remarks>
internal static partial class MailQuotes
{
    /// <summary>Over how many lines a mail program wraps its sentence.</summary>
    private const int MostWrapped = 3;

    private const int LongestLine = 400;

    /// <summary>Strikes out what is quoted. Whoever writes between or below quotes keeps their words.</summary>
    public static void Strike(string[] lines, bool[] isNew)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (IsQuoted(lines[i]))
            {
                isNew[i] = false;
            }
            else if (IsDivider(lines[i]) || BeginsHead(lines, i))
            {
                StrikeFrom(IsRule(lines, i - 1) ? i - 1 : i, isNew);
                return;
            }
            else if (LeadIn(lines, i) is var wrapped and > 0)
            {
                if (!lines.Skip(i + wrapped).Any(IsQuoted))
                {
                    // Nothing is marked as quoted, so that all of it is.
                    StrikeFrom(i, isNew);
                    return;
                }

                Array.Fill(isNew, false, i, wrapped);
                i += wrapped - 1;
            }
        }
    }

    private static bool IsQuoted(string line) => line.AsSpan().TrimStart() is ['>', ..];

    private static void StrikeFrom(int first, bool[] isNew) => Array.Fill(isNew, false, first, isNew.Length - first);

    /// <summary>Over how many lines a sentence goes that leads in a quote, from a line on; 0 where none begins.</summary>
    private static int LeadIn(string[] lines, int first)
    {
        string sentence = "";
        for (int wrapped = 1; wrapped <= MostWrapped && first + wrapped <= lines.Length; wrapped++)
        {
            string line = Plain(lines[first + wrapped - 1]);
            if (line.Length == 0)
            {
                return 0;
            }

            sentence = sentence.Length == 0 ? line : $"{sentence} {line}";
            if (sentence.Length > LongestLine)
            {
                return 0;
            }

            if (Ends().IsMatch(sentence))
            {
                return Says().IsMatch(sentence) && HasWhenOrWho().IsMatch(sentence) ? wrapped : 0;
            }
        }

        return 0;
    }

    /// <summary>The line that Outlook draws above the head.</summary>
    private static bool IsRule(string[] lines, int place) => place >= 0 && Rule().IsMatch(lines[place]);

    private static bool IsDivider(string line) => line.Length <= LongestLine && Divider().IsMatch(Plain(line));

    /// <summary>The head of a mail: who, and below it at once when, to whom or about what, and one more of these.</summary>
    private static bool BeginsHead(string[] lines, int first)
    {
        if (lines[first].Length > LongestLine || !From().IsMatch(Plain(lines[first])))
        {
            return false;
        }

        bool[] fields =
        [
            .. lines.Skip(first + 1).Select(Plain).Where(line => line.Length > 0).Take(5).Select(line => HeadField().IsMatch(line)),
        ];
        return fields is [true, ..] && fields.Count(isField => isField) >= 2;
    }

    /// <summary>A line without blanks around it, marks of bold text, and marks of direction.</summary>
    private static string Plain(string line) => Marks().Replace(line.Length <= LongestLine ? line : line[..LongestLine], "").Trim();

    [GeneratedRegex(@"[*\u200e\u200f\u202a-\u202e\u2066-\u2069]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[:：]$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"^\s*_{10,}\s*$")]
    private static partial Regex Rule();

    /// <summary>A time, a year, or an address.</summary>
    [GeneratedRegex(@"\d{1,2}[:.h]\d{2}|\b(19|20)\d{2}|(19|20)\d{2}年|\S@\S", RegexOptions.ExplicitCapture)]
    private static partial Regex HasWhenOrWho();

    /// <summary>Somebody wrote, in the languages of mail programs; or nothing but a date and an address, as Gmail has it in some.</summary>
    [GeneratedRegex(
        @"^(on\b.+\bwrote"
            + @"|am\b.+\b(schrieb|hat .+ geschrieben)\b.*|.+\bschrieb am\b.*"
            + @"|le\b.+\ba (é|e)crit"
            + @"|(il|in data)\b.+\b(ha scritto|scrive)"
            + @"|el\b.+\bescribi(ó|o)"
            + @"|(em|no dia|a\(s\)|às?)\b.+\bescreveu"
            + @"|op\b.+\b(schreef|heeft .+ geschreven)\b.*"
            + @"|(w dniu|dnia|.*\d)\b.+(napisał|napisała|napisał\(a\)|pisze)|wiadomość napisana przez\b.+"
            + @"|(den|på|tor|fre|lör|sön|mån|tis|ons|man|tir|lør)\b.+\bskrev\b.*|.+\bskrev\b.+"
            + @"|.+\bkirjoitti\b.*"
            + @"|(dne|.*\d)\b.+\b(napsala?|napísala?)(\(a\))?"
            + @"|.+\bezt írta\b.*|.+\ba scris|.+\bέγραψε|.+\b(napisao|napisala|napisao/la) je|.+\bnapisao/la|.+\bmenulis|.+\bđã viết"
            + @"|.+\b(şunu yazdı|tarihinde yazdı)"
            + @"|.+(пишет|написал|написала|написал\(а\)|писав|пише|написа)"
            + @"|.+(写道|寫道|さんは書きました|のメール|님이 작성)"
            + @"|.*\d.*<[^<>\s]+@[^<>\s]+>)\s*[:：]$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Says();

    [GeneratedRegex(
        @"^[-_=–—]{2,}\s*(original message|original appointment|reply message|forwarded message|ursprüngliche nachricht|originalnachricht"
            + @"|weitergeleitete nachricht|message d['’]origine|message original|message transféré|messaggio originale"
            + @"|messaggio inoltrato"
            + @"|mensaje original|mensaje reenviado|mensagem original|oorspronkelijk bericht|doorgestuurd bericht|originalmeddelande"
            + @"|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna|pierwotna wiadomość"
            + @"|původní zpráva|alkuperäinen viesti|orijinal mesaj|исходное сообщение|пересылаемое сообщение|原始邮件|原始郵件|元のメッセージ)"
            + @"\s*[-_=–—]{2,}$"
            + @"|^(begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié"
            + @"|inizio messaggio inoltrato):$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Divider();

    [GeneratedRegex(
        @"^(from|von|de|da|van|från|fra|od|lähettäjä|kimden|gönderen|от|отправитель|від|发件人|寄件者|差出人|보낸 사람"
            + @"|feladó|de la|από|šalje|dari|từ|מאת|من)\s*[:：]\s*\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex From();

    [GeneratedRegex(
        @"^(sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|date|à|a|objet|inviato|data|oggetto|enviado( el)?"
            + @"|enviada( em)?|fecha"
            + @"|para|asunto|assunto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne|dato|wysłano|do|temat|odesláno|komu|předmět"
            + @"|lähetetty|vastaanottaja|aihe|gönderildi|gönderme tarihi|kime|konu|отправлено|дата|кому|тема|надіслано"
            + @"|elküldve|címzett|másolatot kap|tárgy|trimis|către|subiect|στάλθηκε|προς|θέμα|odoslané|predmet|poslano|prima"
            + @"|изпратено|до|относно"
            + @"|dikirim|kepada|subjek|đã gửi|đến|chủ đề|נשלח|אל|נושא|تم الإرسال|إلى|الموضوع|보낸 날짜|받는 사람|제목"
            + @"|发送时间|日期|收件人|主题|寄件日期|收件者|主旨|送信日時|日時|宛先|件名)\s*[:：]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HeadField();
}
