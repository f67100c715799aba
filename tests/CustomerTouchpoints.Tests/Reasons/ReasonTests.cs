using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Tests.Reasons;

public sealed partial class ReasonTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 30, 0, TimeSpan.FromHours(1));

    private static readonly Reason[] Some =
    [
        FactReasons.ReachedLaterState.With("shipped"),
        FactReasons.HadWaited.After(FactReasons.Moved.With("recorded", "validated")),
        DeliveryReasons.Accepted.With("email", null),
        DeliveryReasons.Uncertain.With("half a \ud83d and \"quotes\" → 日本 <b>\u0000\n"),
        GateReasons.Stale.With(At, TimeSpan.FromHours(26)),
    ];

    private static IEnumerable<TestCaseData> Patterns =>
        Vocabulary.Kinds.Select(kind => new TestCaseData(kind.Code, kind.Words.Names).SetArgDisplayNames(kind.Code));

    [Test]
    public void It_is_a_code_with_values_and_words_are_made_when_it_is_read()
    {
        Reason reason = FactReasons.ReachedLaterState.With("shipped");
        Assert.Multiple(() =>
        {
            Assert.That(reason.Code, Is.EqualTo("reached-later-state"));
            Assert.That(reason.Values, Is.EqualTo(new Dictionary<string, string> { ["state"] = "shipped" }));
            Assert.That(reason.ToString(), Is.EqualTo("the line has already reached shipped"));
            Assert.That(JsonSerializer.Serialize(reason), Is.EqualTo("""{"code":"reached-later-state","state":"shipped"}"""));
        });
    }

    [Test]
    public void What_led_to_it_is_told_with_it()
    {
        Reason reason = FactReasons.HadWaited.After(FactReasons.Moved.With("recorded", "validated"));
        Assert.That(reason.Because?.Code, Is.EqualTo("moved"));
        Assert.That(reason.ToString(), Is.EqualTo("had waited for the journey to open: recorded → validated"));
    }

    [TestCase(null, null, "the customer gets at most 3 messages in 1.00:00:00: it waits for room")]
    [TestCase("news", null, "the customer gets at most 3 news messages in 1.00:00:00: it waits for room")]
    [TestCase(null, "sms", "the customer gets at most 3 messages by sms in 1.00:00:00: it waits for room")]
    [TestCase("news", "sms", "the customer gets at most 3 news messages by sms in 1.00:00:00: it waits for room")]
    public void Each_bracket_is_left_out_by_itself(string? topic, string? channel, string words) =>
        Assert.That(GateReasons.CapReached.With(3, topic, channel, TimeSpan.FromDays(1)).ToString(), Is.EqualTo(words));

    [TestCase(null, "accepted by email")]
    [TestCase("250 ok", "accepted by email: 250 ok")]
    public void What_is_not_known_is_left_out(string? reference, string words) =>
        Assert.That(DeliveryReasons.Accepted.With("email", reference).ToString(), Is.EqualTo(words));

    [TestCaseSource(nameof(Some))]
    public void What_a_store_has_kept_is_read_as_it_was(Reason reason)
    {
        var read = Reason.Stored(reason.Text);
        Assert.That(Reason.Stored(read.Text), Is.EqualTo(read));
        Assert.That(read.Code, Is.EqualTo(reason.Code));
        Assert.That(JsonSerializer.Deserialize<Reason>(JsonSerializer.Serialize(read)), Is.EqualTo(read));
        Assert.That(read.Text.All(c => c >= ' '), Is.True, "A control character would spoil a row.");
    }

    [TestCase("planned on order.placed")]
    [TestCase("")]
    [TestCase("{\"code\":\"planned\" is how a sender's text began")]
    public void Words_of_before_are_a_reason_of_themselves(string words)
    {
        var reason = Reason.Stored(words);
        Assert.That(reason.Code, Is.EqualTo("text"));
        Assert.That(reason.ToString(), Is.EqualTo(words));
        Assert.That(Reason.Stored(reason.Text), Is.EqualTo(reason));
    }

    [Test]
    public void A_code_of_a_newer_host_is_told_with_its_values() =>
        Assert.That(
            Reason.Stored("""{"code":"from-the-future","state":"shipped","by":"ben"}""").ToString(),
            Is.EqualTo("from-the-future state=shipped by=ben")
        );

    [Test]
    public void A_reader_gets_the_words_of_their_culture_or_its_parent_and_english_where_there_are_none()
    {
        var words = new ReasonWords(
            new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["fr"] = new Dictionary<string, string>
                {
                    ["reason.stale"] = "périmé : prévu le {due:d}",
                    ["reason.had-waited"] = "avait attendu : {because}",
                },
            }
        );
        var canadian = CultureInfo.GetCultureInfo("fr-CA");
        Assert.Multiple(() =>
        {
            Assert.That(
                words.Of(GateReasons.Stale.With(At, TimeSpan.FromHours(26)), canadian),
                Does.StartWith("périmé : prévu le 2026-11-24")
            );
            Assert.That(
                words.Of(FactReasons.HadWaited.After(FactReasons.Handled.With("paid")), canadian),
                Is.EqualTo("avait attendu : handled in paid")
            );
            Assert.That(
                words.Of(GateReasons.Stale.With(At, TimeSpan.FromHours(26)), CultureInfo.GetCultureInfo("de")),
                Is.EqualTo("stale: due 2026-11-24 08:30:00Z, and not worth telling after 1.02:00:00")
            );
        });
    }

    [TestCase("reason.stale", "périmé {due}", null)]
    [TestCase("reason.nothing", "rien", "are of no reason that is known")]
    [TestCase("reason.stale", "périmé {deu}", "name a value {deu} that it does not have")]
    [TestCase("reason.stale", "périmé {due", "can't be filled in")]
    [TestCase("reason.stale", "périmé [", "can't be filled in")]
    public void Words_of_a_host_are_checked(string key, string words, string? fault) =>
        Assert.That(ReasonWords.FaultOf(key, words), fault is null ? Is.Null : Does.StartWith(fault));

    [Test]
    public void Each_kind_is_in_the_vocabulary_once()
    {
        string[] declared =
        [
            .. typeof(ReasonKind)
                .Assembly.GetTypes()
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(field => field.FieldType == typeof(ReasonKind))
                .Select(field => ((ReasonKind)field.GetValue(null)!).Code),
        ];
        Assert.That(declared, Has.Length.GreaterThan(100).And.Unique);
        Assert.That(Vocabulary.Kinds.Select(kind => kind.Code), Is.EquivalentTo(declared));
    }

    [Test]
    public void Each_kind_is_on_its_page_in_its_words()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CustomerTouchpoints.sln")))
        {
            folder = folder.Parent;
        }

        string page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "concepts", "reasons.md"));
        Assert.That(
            CodeRow().Matches(page).Select(match => (match.Groups["code"].Value, match.Groups["words"].Value)),
            Is.EquivalentTo(Vocabulary.Kinds.Select(kind => (kind.Code, kind.Words.ToString())))
        );
    }

    [TestCaseSource(nameof(Patterns))]
    public void Codes_are_plain_and_values_do_not_hide_them(string code, IReadOnlyList<string> values)
    {
        Assert.That(code, Does.Match("^[a-z]+(-[a-z]+)*$"));
        Assert.That(values, Has.None.EqualTo("code").And.None.EqualTo("because"));
    }

    [Test]
    public void Values_that_its_words_do_not_name_are_refused() =>
        Assert.That(() => FactReasons.Closed.With("a", "b"), Throws.ArgumentException.With.Message.Contains("closed has the values state"));

    [GeneratedRegex(@"^\| `(?<code>[a-z-]+)` \| (?<words>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex CodeRow();
}
