using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>Whatever a host's code returns is checked at the door: one bad answer is one message's matter.</summary>
public sealed class HostCodeTests
{
    private static IEnumerable<string> Texts =>
        ["a\0b", "cut \ud83d", "\udc4b", new string('x', 20_000_000), "line\r\nline", "\u0001\u009f"];

    private static IEnumerable<SendResult> Results =>
        Texts.SelectMany<string, SendResult>(text =>
            [
                SendResult.Sent(text),
                SendResult.TemporaryFailure(text),
                SendResult.PermanentFailure(text),
                SendResult.Uncertain(text),
                SendResult.ChannelDown(text),
            ]
        );

    [Test]
    public async Task A_sender_that_returns_nothing_is_uncertain_and_keeps_no_slot()
    {
        await using TouchpointsTestHost host = await StartAsync(new Answering(_ => Task.FromResult<SendResult>(null!)));
        await PlaceAsync(host, 40);

        await ShouldBeUncertainAsync(host, 40, "the sender returned no result");
    }

    [Test]
    public async Task A_sender_without_a_task_is_uncertain_and_keeps_no_slot()
    {
        await using TouchpointsTestHost host = await StartAsync(new Answering(_ => null!));
        await PlaceAsync(host, 40);

        await ShouldBeUncertainAsync(host, 40, "the sender failed with");
    }

    [Test]
    public async Task What_senders_say_is_stored_clean_and_bounded()
    {
        SendResult[] results = [.. Results];
        int next = 0;
        await using TouchpointsTestHost host = await StartAsync(new Answering(_ => Task.FromResult(results[next++ % results.Length])));
        for (int i = 0; i < results.Length; i++)
        {
            await host.RaiseAsync(Fact("order.placed", "1", $"order/{i}", $"customer-{i}"));
            await host.AdvanceAsync(TimeSpan.FromMinutes(2));
        }

        for (int i = 0; i < results.Length; i++)
        {
            foreach (string text in (await host.JournalOfAsync($"order/{i}")).Select(entry => entry.Reason.Text))
            {
                Assert.That(text, Has.Length.LessThan(4_000).And.Not.Contains("\\u0000").And.Not.Contains("\\uD83D").IgnoreCase);
            }
        }
    }

    [Test]
    public async Task A_lookup_that_returns_nothing_knows_nothing()
    {
        await using TouchpointsTestHost host = await StartAsync(new Forgetful());
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(Fact("parcel.delayed", "2"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.That(
            (await host.JournalOfAsync("order/1")).Select(entry => entry.Reason.ToString()),
            Has.Some.Contains("email can't say yet: it returned no answer")
        );
        Assert.That(host.Services.GetRequiredService<ErrandPools>().Of(Channel.Email).TryTakeSlot(), Is.True);
    }

    [Test]
    public async Task Reasons_of_a_guard_or_a_person_are_as_clean_as_those_of_a_sender()
    {
        Reason reason = OtherReasons.Text.With($"a\0{new string('x', 5_000)}\ud83d");
        Assert.That(reason.ToString(), Has.Length.LessThanOrEqualTo(HostText.LongestValue));
        Assert.That(reason.ToString().Contains('\0', StringComparison.Ordinal), Is.False);
        await Task.CompletedTask;
    }

    private static Task<TouchpointsTestHost> StartAsync(IChannelSender sender) =>
        TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints => touchpoints.AddChannel("email", _ => sender));

    private static async Task PlaceAsync(TouchpointsTestHost host, int orders) =>
        await host.RaiseTogetherAsync([
            .. Enumerable.Range(0, orders).Select(i => Fact("order.placed", "1", $"order/{i}", $"customer-{i}")),
        ]);

    private static async Task ShouldBeUncertainAsync(TouchpointsTestHost host, int orders, string words)
    {
        for (int i = 0; i < orders; i++)
        {
            Assert.That(
                (await host.JournalOfAsync($"order/{i}"))
                    .Where(entry => entry.Outcome == JournalEntryOutcome.Unknown)
                    .Select(entry => $"{entry.Reason}"),
                Has.Some.StartsWith(words),
                $"order {i}"
            );
        }
    }

    private sealed class Answering(Func<OutgoingMessage, Task<SendResult>> answer) : IChannelSender, IChannelLookup
    {
        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => answer(message);

        public Task<LookupResult> LookUpAsync(DoubtfulAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(LookupResult.Unknown("cut"));
    }

    private sealed class Forgetful : IChannelSender, IChannelLookup
    {
        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendResult.Uncertain("cut"));

        public Task<LookupResult> LookUpAsync(DoubtfulAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult<LookupResult>(null!);
    }
}
