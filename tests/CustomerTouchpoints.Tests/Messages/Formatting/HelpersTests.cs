using CustomerTouchpoints.Messages;

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

        Assert.That(fault.Reason, Does.Contain(reason).And.Not.Contain("4711"));
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
