using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Preferences;
using CustomerTouchpoints.Preferring;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Customers.Preferences;

/// <summary>What can't be preferred, and in which language and order what can is honoured.</summary>
public sealed class PreferencesTests
{
    private static IEnumerable<TestCaseData> Faulty =>
        [
            Case(new() { Declined = [new(null)] }, "A decline names a topic, a channel, or both"),
            Case(new() { Declined = null! }, "leave it empty"),
            Case(new() { Paces = null! }, "leave it empty"),
            Case(new() { Declined = [null!] }, "A decline names a topic, a channel, or both"),
            Case(new() { Declined = [new("bills")] }, "bills is transactional"),
            Case(new() { Declined = [new("updates")] }, "set Topic.MayBeDeclined"),
            Case(new() { Declined = [new("weather")] }, "There is no topic \"weather\""),
            Case(new() { Declined = [.. Enumerable.Repeat(new Decline("offers"), 257)] }, "More than 256"),
            Case(new() { Channels = [default] }, "names no channel"),
            Case(new() { Language = "klingon!" }, "is no language"),
            Case(new() { Language = "" }, "is no language"),
            Case(new() { Pace = (Pace)9 }, "Use AsTheyCome"),
            Case(new() { Paces = new Dictionary<string, Pace> { ["progress"] = Pace.Daily } }, "only promotional ones do"),
            Case(new() { Paces = new Dictionary<string, Pace> { ["weather"] = Pace.Daily } }, "There is no topic \"weather\""),
        ];

    [TestCaseSource(nameof(Faulty))]
    public async Task What_can_not_be_kept_is_refused_with_a_remedy(CustomerPreferences preferences, string fault)
    {
        await using TouchpointsTestHost host = await StartAsync();
        Assert.That(() => host.SetPreferencesAsync(Said(preferences)), Throws.InstanceOf<ArgumentException>().With.Message.Contains(fault));
    }

    [Test]
    public async Task Who_says_it_and_where_is_part_of_the_evidence()
    {
        await using TouchpointsTestHost host = await StartAsync();
        PreferencesRecord said = Said(new CustomerPreferences());
        Assert.That(() => host.SetPreferencesAsync(said with { Source = "" }), Throws.ArgumentException);
        Assert.That(() => host.SetPreferencesAsync(said with { By = "a\nb" }), Throws.ArgumentException);
        Assert.That(() => host.SetPreferencesAsync(said with { At = default(DateTimeOffset) }), Throws.ArgumentException);
        Assert.That(() => host.SetPreferencesAsync(said with { Customer = default }), Throws.ArgumentException);
        Assert.That(() => host.SetPreferencesAsync(said with { Preferences = null! }), Throws.ArgumentException);
    }

    /// <summary>The region of the directory stays where it is of the language that they have asked for.</summary>
    [TestCase("en-US", null, "en-US")]
    [TestCase("en-US", "de", "de")]
    [TestCase("de-AT", "de", "de-AT")]
    [TestCase("de-AT", "de-CH", "de-CH")]
    [TestCase("de", "de", "de")]
    [TestCase("den", "de", "de")]
    public void The_language_that_they_asked_for_comes_before_that_of_the_directory(string directory, string? asked, string written) =>
        Assert.That(new Recipient.Known(new Customer { Id = "ana", Culture = directory }).In(asked).Customer.Culture, Is.EqualTo(written));

    [TestCase("", "", "email sms chat")]
    [TestCase("sms", "", "sms email chat")]
    [TestCase("pigeon chat sms", "", "chat sms email")]
    [TestCase("", "email", "sms chat email")]
    [TestCase("email chat", "email", "chat sms email")]
    public void Channels_of_a_route_come_in_their_order(string liked, string declined, string order)
    {
        PreferencesGiven given = PreferencesGiven.None with
        {
            Channels = [.. Channels(liked)],
            Declined = [.. Channels(declined).Select(channel => new DeclineMark(null, channel))],
        };
        Assert.That(given.Ordered([Channel.Email, Channel.Sms, Channel.Chat]), Is.EqualTo(Channels(order)));
    }

    private static IEnumerable<Channel> Channels(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new Channel(name));

    private static TestCaseData Case(CustomerPreferences preferences, string fault) =>
        new TestCaseData(preferences, fault).SetArgDisplayNames(fault);

    private static PreferencesRecord Said(CustomerPreferences preferences) =>
        new()
        {
            Customer = "ana",
            Preferences = preferences,
            Source = "preference page",
            By = "ana",
        };

    private static async Task<TouchpointsTestHost> StartAsync()
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ReaderLifecycle>(touchpoints =>
            touchpoints.AddTopic(ReaderLifecycle.All).AddTopic(new Topic("updates", Category.Service))
        );
        await host.RaiseAsync(ReaderLifecycle.Fact("joined", "0", "bo"));
        return host;
    }
}
