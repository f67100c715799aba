using System.Collections;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>Whatever a directory returns, it hurts nobody but the customer of whom it is said, and the reason says what is wrong.</summary>
public sealed class DirectoryDoorTests
{
    private static readonly Dictionary<Channel, string> Mail = new() { [Channel.Email] = "ana@shop.example" };

    private static readonly Customer Good = new() { Id = "ana", Addresses = Mail };

    private static IEnumerable<TestCaseData> Held =>
        [
            Case("no list", null, "the customer directory returned nothing"),
            Case("nobody in the list", [null!], "somebody without an Id"),
            Case("a default id", [Good with { Id = default }], "somebody without an Id"),
            Case("null addresses", [Good with { Addresses = null! }], "its Addresses are null"),
            Case("null segments", [Good with { Segments = null! }], "its Segments are null"),
            Case("null attributes", [Good with { Attributes = null! }], "its Attributes are null"),
            Case("addresses that throw", [Good with { Segments = new Throwing() }], "reading it failed with InvalidTimeZoneException"),
            Case(
                "attributes without end",
                [Good with { Attributes = new Dictionary<string, string> { ["a"] = new string('x', 20_000_000) } }],
                "more than 65,536 characters"
            ),
            Case("somebody else", [Good with { Id = "eve" }], "the directory does not know the customer"),
        ];

    private static IEnumerable<TestCaseData> Sent =>
        [
            Case("the same one twice", [Good, Good with { Addresses = new Dictionary<Channel, string>() }], "ana@shop.example"),
            Case("others as well", [Good with { Id = "eve" }, Good], "ana@shop.example"),
            Case("nobody beside", [null!, Good], "ana@shop.example"),
            Case(
                "malformed attributes",
                [
                    Good with
                    {
                        Attributes = new Dictionary<string, string>
                        {
                            ["a"] = "x\0\ud83d",
                            ["b"] = null!,
                            ["c\ud83d"] = "y",
                        },
                        Segments = new HashSet<string> { "s\0", null!, "\ud83d" },
                        Name = "Ana\0 \ud83d",
                        TimeZone = "Europe/\0Rome",
                        Culture = null!,
                    },
                ],
                "ana@shop.example"
            ),
            Case(
                "an address that is null",
                [Good with { Addresses = new Dictionary<Channel, string>(Mail) { [Channel.Sms] = null! } }],
                "ana@shop.example"
            ),
        ];

    [TestCaseSource(nameof(Held))]
    public async Task Their_messages_are_held_with_the_reason_and_others_go_on(IReadOnlyCollection<Customer>? answer, string reason)
    {
        var directory = new Answering(answer);
        await using TouchpointsTestHost host = await StartAsync(directory);
        IReadOnlyList<RaiseResult> results = await host.RaiseTogetherAsync(
            Fact("order.placed", "1", customer: "ana"),
            Fact("order.placed", "1", "order/2", "ben")
        );

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(RaiseOutcome.Moved));
        host.SentTo("ben").ShouldBe("order-recorded");
        Assert.That(host.SentTo("ana"), Is.Empty);
        Assert.That(
            (await host.JournalOfAsync("order/1")).Select(entry => $"{entry.Outcome} {entry.Reason}"),
            Has.Some.Contains(reason).And.Some.StartsWith("Held")
        );

        directory.Answer = [Good];
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.SentTo("ana").ShouldBe("order-recorded");
    }

    [TestCaseSource(nameof(Sent))]
    public async Task What_can_be_mended_is_and_the_message_leaves(IReadOnlyCollection<Customer>? answer, string address)
    {
        await using TouchpointsTestHost host = await StartAsync(new Answering(answer));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        Assert.That(host.SentTo("ana").Single().Address, Is.EqualTo(address));
        Assert.That(host.SentTo("ana").Single().Name, Is.Null.Or.EqualTo("Ana \ufffd"));
    }

    [TestCase("en_US", "en-US")]
    [TestCase("fr_CA.UTF-8", "fr-CA")]
    [TestCase("de_DE@euro", "de-DE")]
    [TestCase("en-", "en")]
    [TestCase("nb-NO ", "nb-NO")]
    [TestCase("zh_Hant_TW", "zh-Hant-TW")]
    [TestCase("C", "en")]
    [TestCase("", "en")]
    [TestCase("fr\r\nX-Evil: yes", "en")]
    [TestCase("\0", "en")]
    [TestCase("es-419", "es-419")]
    public async Task A_culture_is_understood_or_left_out(string culture, string told)
    {
        await using TouchpointsTestHost host = await StartAsync(new Answering([Good with { Culture = culture }]));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        Assert.That((await host.Touchpoints.GetCustomerAsync("ana"))!.Traits!.Culture, Is.EqualTo(told));
    }

    private static TestCaseData Case(string name, IReadOnlyCollection<Customer>? answer, string words) =>
        new TestCaseData(answer, words).SetArgDisplayNames(name);

    private static Task<TouchpointsTestHost> StartAsync(ICustomerDirectory directory) =>
        TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints => touchpoints.UseCustomers(directory));

    /// <summary>Answers as it is told when it is asked of Ana, and well of everybody else.</summary>
    private sealed class Answering(IReadOnlyCollection<Customer>? answer) : ICustomerDirectory
    {
        public IReadOnlyCollection<Customer>? Answer { get; set; } = answer;

        public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
            Task.FromResult(ids.Contains("ana") ? Answer! : [.. ids.Select(id => new Customer { Id = id, Addresses = Mail })]);
    }

    private sealed class Throwing : IReadOnlySet<string>
    {
        public int Count => throw new InvalidTimeZoneException();

        public bool Contains(string item) => false;

        public bool IsProperSubsetOf(IEnumerable<string> other) => false;

        public bool IsProperSupersetOf(IEnumerable<string> other) => false;

        public bool IsSubsetOf(IEnumerable<string> other) => false;

        public bool IsSupersetOf(IEnumerable<string> other) => false;

        public bool Overlaps(IEnumerable<string> other) => false;

        public bool SetEquals(IEnumerable<string> other) => false;

        public IEnumerator<string> GetEnumerator() => throw new InvalidTimeZoneException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
