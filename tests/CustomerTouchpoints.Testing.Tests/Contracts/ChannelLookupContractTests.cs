using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Testing.Tests.Contracts;

/// <summary>Each promise of the suite catches the sender that breaks it, and a faultless one passes.</summary>
public sealed class ChannelLookupContractTests
{
    [Test]
    public async Task A_recording_channel_keeps_every_promise() =>
        Assert.That(await BrokenPromisesAsync(() => new RecordingChannel()), Is.Empty);

    [Test]
    public async Task Who_can_never_say_keeps_every_promise() =>
        Assert.That(await BrokenPromisesAsync(() => new Answering(_ => LookupResult.Unknown("no log"))), Is.Empty);

    [Test]
    public async Task Who_loses_what_was_sent_is_caught() =>
        Assert.That(
            await BrokenPromisesAsync(() => new Answering(_ => LookupResult.NotAccepted())),
            Is.EqualTo((string[])["A message that was sent is not said to be missing"])
        );

    [Test]
    public async Task Who_calls_everything_sent_is_caught() =>
        Assert.That(
            await BrokenPromisesAsync(() => new Answering(_ => LookupResult.Sent())),
            Is.EqualTo((string[])["A message that was never handed over is not said to be sent"])
        );

    [Test]
    public async Task Who_sends_when_asked_is_caught() =>
        Assert.That(
            await BrokenPromisesAsync(() => new Answering(times => times == 1 ? LookupResult.NotAccepted() : LookupResult.Sent())),
            Is.EqualTo((string[])["A message that was sent is not said to be missing", "A lookup changes nothing"])
        );

    private static async Task<List<string>> BrokenPromisesAsync<TSender>(Func<TSender> create)
        where TSender : IChannelSender, IChannelLookup
    {
        var broken = new List<string>();
        foreach (ContractCase promise in ChannelLookupContract.Cases(create, "good.address@post.example"))
        {
            try
            {
                await promise.RunAsync();
            }
            catch (ContractViolationException)
            {
                broken.Add(promise.Name);
            }
        }

        return broken;
    }

    /// <summary>Accepts everything, and answers by how often it was asked.</summary>
    private sealed class Answering(Func<int, LookupResult> answer) : IChannelSender, IChannelLookup
    {
        private int times;

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendResult.Sent());

        public Task<LookupResult> LookUpAsync(DoubtfulAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(answer(++times));
    }
}
