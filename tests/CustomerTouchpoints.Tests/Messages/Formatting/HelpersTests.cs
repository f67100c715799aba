using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Messages.Formatting;

public sealed class HelpersTests
{
    private const string At = "\"2026-11-24T13:30:00Z\"";

    [TestCase("en", "{{date v}}", "November 24, 2026")]
    [TestCase("en-GB", "{{date v}}", "24 November 2026")]
    [TestCase("en", "{{date v \"day\"}}", "Tuesday, November 24")]
    [TestCase("fr", "{{date v \"full\"}}", "mardi 24 novembre 2026")]
    [TestCase("fr", "{{date v \"day\"}}", "mardi 24 novembre")]
    [TestCase("de", "{{date v \"day\"}}", "Dienstag, 24. November")]
    [TestCase("de", "{{date v \"short\"}}", "24.11.2026")]
    [TestCase("es", "{{date v}}", "24 de noviembre de 2026")]
    [TestCase("es", "{{date v \"day\"}}", "martes, 24 de noviembre")]
    [TestCase("it", "{{date v \"medium\"}}", "24 nov 2026")]
    [TestCase("en", "{{time v}}", "2:30 PM")]
    [TestCase("de", "{{time v}}", "14:30 Uhr")]
    [TestCase("fr", "{{datetime v \"day\"}}", "mardi 24 novembre à 14:30")]
    [TestCase("it", "{{datetime v \"day\"}}", "martedì 24 novembre alle 14:30")]
    public void Times_are_told_in_the_customers_zone_and_culture(string culture, string source, string expected) =>
        Says(source, At, culture, "Europe/Rome", expected);

    [TestCase(null, "14:30 Uhr CET")]
    [TestCase("Mars/Olympus", "14:30 Uhr CET")]
    [TestCase("Asia/Tokyo", "22:30 Uhr")]
    public void A_time_in_another_zone_than_the_customers_names_the_zone(string? zone, string expected) =>
        Says("{{time v}}", At, "de", zone, expected, more => more.ConfigureMessagesForTests("de", "Europe/Rome"));

    [TestCase("2026-11-22T19:05:00Z", "en", "in 10 hours")]
    [TestCase("2026-11-22T10:05:00Z", "en", "in 60 minutes")]
    [TestCase("2026-11-22T10:06:00+01:00", "en", "in 1 minute")]
    [TestCase("2026-11-22T09:05:10Z", "fr", "maintenant")]
    [TestCase("2026-11-22T19:05:00Z", "fr", "dans 10 heures")]
    [TestCase("2026-11-25T09:05:00Z", "de", "in 3 Tagen")]
    [TestCase("2026-11-20T09:05:00Z", "it", "2 giorni fa")]
    [TestCase("2026-11-22T07:05:00Z", "es", "hace 2 horas")]
    public void A_distance_is_told_in_words(string at, string culture, string expected) =>
        Says("{{relative v}}", $"\"{at}\"", culture, "Europe/Rome", expected);

    [TestCase(3, "za 3 godziny")]
    [TestCase(5, "za 5 godzin")]
    [TestCase(12, "za 12 godzin")]
    [TestCase(22, "za 22 godziny")]
    [TestCase(25, "za 25 godzin")]
    [TestCase(48, "za 2 dni")]
    public void A_host_gives_each_plural_form_that_its_language_has(int hours, string expected)
    {
        string at = $"\"{MessageDesk.Now.AddHours(hours):yyyy-MM-ddTHH:mm:ssZ}\"";
        Says("{{relative v}}", at, "pl", "Europe/Warsaw", expected, more => more.ConfigureMessages(Polish));
        using MessageDesk desk = MessageDesk.With(more => more.ConfigureMessages(Polish), ("say.md", "---\nsubject: x\n---\nx"));
        Assert.That(desk.Catalog.Check(), Is.Empty);

        static void Polish(MessageOptions messages) =>
            messages.AddWords(
                "pl",
                new Dictionary<string, string>
                {
                    ["relative.in-hours.one"] = "za {0} godzinę",
                    ["relative.in-hours.few"] = "za {0} godziny",
                    ["relative.in-hours.many"] = "za {0} godzin",
                    ["relative.in-days.other"] = "za {0} dni",
                }
            );
    }

    [TestCase("\"2026-11-22T14:30:00+0100\"")]
    [TestCase("\"2026-11-22 14:30:00+01\"")]
    [TestCase("\"2026-11-22 14:30:00.000000+01\"")]
    [TestCase("\"2026-11-22t13:30:00z\"")]
    [TestCase("\"2026-11-22T13:30:00,000Z\"")]
    [TestCase("\"2026-11-22T14:30+01\"")]
    [TestCase("\"2026-11-22 14:30:00 +0100\"")]
    [TestCase("\"2026-11-22 13:30:00 UTC\"")]
    [TestCase("\"2026-11-22T14:30:00+01:00[Europe/Rome]\"")]
    [TestCase("\"20261122T133000Z\"")]
    [TestCase("\"Sun, 22 Nov 2026 14:30:00 +0100\"")]
    [TestCase("\"Sun, 22 Nov 2026 13:30:00 GMT\"")]
    [TestCase("\"2026-11-22 13:30\"")]
    [TestCase("\" 2026-11-22T13:30:00Z \"")]
    [TestCase("1795354200")]
    [TestCase("1795354200.25")]
    [TestCase("1795354200000")]
    [TestCase("1795354200000000")]
    [TestCase("\"1795354200000\"")]
    public void A_time_is_read_as_systems_write_it(string value) =>
        Says("{{datetime v \"short\"}}", value, "en-GB", "Europe/Rome", "22/11/2026 at 14:30");

    [TestCase("\"2026-13-22T14:30:00Z\"")]
    [TestCase("\"2026-11-31\"")]
    [TestCase("\"2026-11-22T25:00:00Z\"")]
    [TestCase("\"2026-11-22T14:30:00+25:00\"")]
    [TestCase("\"2026-1122\"")]
    [TestCase("\"22.11.2026\"")]
    [TestCase("\"tomorrow\"")]
    [TestCase("1e30")]
    public void What_could_be_another_time_is_refused(string value)
    {
        using MessageDesk desk = Desk("{{date v}}");
        Assert.That(() => desk.Compose(MessageDesk.Request("say", $"{{\"v\":{value}}}")), Throws.TypeOf<MessageException>());
    }

    [TestCase("ru", "воскресенье, 22 ноября")]
    [TestCase("bg", "неделя, 22 ноември")]
    [TestCase("uk", "неділя, 22 листопада")]
    [TestCase("hr", "nedjelja, 22. studenoga")]
    [TestCase("tr", "22 Kasım Pazar")]
    [TestCase("hu", "november 22., vasárnap")]
    [TestCase("ja", "11月22日日曜日")]
    [TestCase("ko", "11월 22일 일요일")]
    [TestCase("zh", "11月22日星期日")]
    [TestCase("lt", "lapkričio 22 d., sekmadienis")]
    [TestCase("lv", "Svētdiena, 22. novembris")]
    [TestCase("da", "søndag den 22. november")]
    [TestCase("pt", "domingo, 22 de novembro")]
    [TestCase("vi", "Chủ Nhật, 22 tháng 11")]
    public void A_day_without_the_year_is_well_formed(string culture, string expected) =>
        Says("{{date v \"day\"}}", "\"2026-11-22\"", culture, "Europe/Rome", expected);

    [TestCase("hu", "2026. november 22.")]
    [TestCase("ru", "22 ноября 2026 г.")]
    [TestCase("ja", "2026年11月22日")]
    [TestCase("tr", "22 Kasım 2026")]
    [TestCase("hr", "22. studenoga 2026.")]
    public void A_long_date_keeps_its_own_signs(string culture, string expected) =>
        Says("{{date v}}", "\"2026-11-22\"", culture, "Europe/Rome", expected);

    [TestCase("BIF", "BIF 1,234")]
    [TestCase("DJF", "DJF 1,234")]
    [TestCase("GNF", "GNF 1,234")]
    [TestCase("KMF", "KMF 1,234")]
    [TestCase("VUV", "VUV 1,234")]
    [TestCase("UYI", "UYI 1,234")]
    [TestCase("JPY", "JPY 1,234")]
    [TestCase("CLF", "CLF 1,234.0000")]
    [TestCase("KWD", "KWD 1,234.000")]
    [TestCase("HUF", "HUF 1,234.00")]
    public void Money_has_the_minor_units_of_its_currency(string currency, string expected) =>
        Says($"{{{{money v \"{currency}\"}}}}", "1234", "en", null, expected);

    [TestCase("en", "{{money v \"EUR\"}}", "€1,249.50")]
    [TestCase("de", "{{money v \"EUR\"}}", "1.249,50 €")]
    [TestCase("fr-CA", "{{money v \"CAD\"}}", "1 249,50 $")]
    [TestCase("fr-CA", "{{money v \"USD\"}}", "1 249,50 USD")]
    [TestCase("en", "{{money v \"CHF\"}}", "CHF 1,249.50")]
    [TestCase("en", "{{money v \"JPY\"}}", "JPY 1,250")]
    [TestCase("en", "{{number v}}", "1,249.5")]
    [TestCase("de", "{{number v 2}}", "1.249,50")]
    public void Money_and_numbers_follow_the_culture(string culture, string source, string expected) =>
        Says(source, "1249.5", culture, null, expected);

    [Test]
    public void Money_reads_a_map() => Says("{{money v}}", "{\"amount\":\"12.5\",\"currency\":\"EUR\"}", "it", null, "12,50 €");

    [TestCase("{{progress.words}}", "en", "step 4 of 5")]
    [TestCase("{{progress.words}}", "de", "Schritt 4 von 5")]
    [TestCase("{{progress.step}}/{{progress.steps}} {{journey.key}}: {{journey.state}}", "en", "4/5 1042: it is on its way")]
    [TestCase("{{customer.greeting}}", "fr", "Bonjour Ana Conti")]
    [TestCase("{{contact.phone}} {{contact.hours}}", "it", "+39 06 5550 1234 lun–ven 9–18")]
    [TestCase("{{brand.name}}", "es", "Lumen Cameras")]
    public void The_reserved_names_are_there(string source, string culture, string expected) => Says(source, "1", culture, null, expected);

    [TestCase(
        "{{date v}}",
        "\"yesterday, canary-4711\"",
        "{{date}} can't read its first argument as a time such as 2026-11-22T14:30:00Z; correct the data."
    )]
    [TestCase("{{time v}}", "\"2026-11-24\"", "it is a date without a time")]
    [TestCase("{{date v \"loud\"}}", At, "a style: short, medium, long, full or day")]
    [TestCase("{{date gone}}", "1", "list the name under requires")]
    [TestCase("{{date}}", "1", "{{this.date}}")]
    [TestCase("{{money v \"euro\"}}", "1", "a currency code such as EUR")]
    [TestCase("{{money v \"EUR\"}}", "\"canary-4711\"", "can't read its first argument as an amount")]
    public void A_helper_says_what_does_not_fit_and_never_shows_it(string source, string value, string reason)
    {
        using MessageDesk desk = Desk(source);
        MessageException fault = Assert.Throws<MessageException>(() => desk.Compose(MessageDesk.Request("say", $"{{\"v\":{value}}}")))!;

        Assert.That(fault.Reason.ToString(), Does.Contain(reason).And.Not.Contain("4711"));
    }

    private static void Says(
        string source,
        string value,
        string culture,
        string? zone,
        string expected,
        Action<TouchpointsBuilder>? more = null
    )
    {
        using MessageDesk desk = Desk(source, culture, more);
        string text = desk.Compose(MessageDesk.Request("say", $"{{\"v\":{value}}}", "chat", culture: culture, zone: zone)).Text;

        Assert.That(text.Replace('\u202F', ' ').Replace('\u00A0', ' '), Is.EqualTo(expected));
    }

    private static MessageDesk Desk(string source, string culture = "en", Action<TouchpointsBuilder>? more = null) =>
        MessageDesk.With(more ?? (_ => { }), ($"say.{culture}.md", $"---\nsubject: Say\n---\n{source}"));
}
