using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Testing.Tests.Contracts;

/// <summary>Each promise of the suite catches the sender that breaks it, and a faultless sender passes.</summary>
public sealed class ChannelSenderContractTests
{
    private const string Address = "good.address@post.example";

    [Test]
    public async Task A_faultless_sender_keeps_every_promise() => Assert.That(await BrokenPromisesAsync(Faultless), Is.Empty);

    [Test]
    public async Task A_sender_that_looks_at_nothing_is_caught_at_every_refusal() =>
        Assert.That(
            await BrokenPromisesAsync((_, _) => SendResult.Sent()),
            Is.EqualTo(
                (string[])
                    [
                        "A send that is cancelled before it starts is not reported as sent",
                        "A control character inside the address is a permanent failure",
                    ]
            )
        );

    [Test]
    public async Task A_sender_that_throws_at_bad_values_is_caught() =>
        Assert.That(
            await BrokenPromisesAsync(
                (message, cancellation) =>
                    Faultless(message, cancellation) is { Outcome: SendOutcome.PermanentFailure }
                        ? throw new FormatException("bad")
                        : Faultless(message, cancellation)
            ),
            Has.Count.EqualTo(5).And.Contains("A control character in the subject is left out or a permanent failure")
        );

    [Test]
    public async Task A_sender_that_tells_the_address_is_caught() =>
        Assert.That(
            await BrokenPromisesAsync(
                (message, cancellation) =>
                    Faultless(message, cancellation) is { Outcome: SendOutcome.PermanentFailure }
                        ? SendResult.PermanentFailure($"bad: {message.Address}")
                        : Faultless(message, cancellation)
            ),
            Is.EqualTo((string[])["No reason repeats the address"])
        );

    [Test]
    public async Task A_sender_of_ascii_only_is_caught() =>
        Assert.That(
            await BrokenPromisesAsync(
                (message, cancellation) =>
                    message.Content.Text.All(char.IsAscii) ? Faultless(message, cancellation) : SendResult.PermanentFailure("not ASCII")
            ),
            Is.EqualTo((string[])["Text in any script, emoji and very long lines are sent", "Messages sent at the same time are all sent"])
        );

    [Test]
    public async Task A_sender_that_stumbles_over_a_repeat_is_caught() =>
        Assert.That(
            await BrokenPromisesAsync(
                (message, cancellation) => message.MayBeRepeat ? SendResult.PermanentFailure("seen") : Faultless(message, cancellation)
            ),
            Is.EqualTo(
                (string[])
                    [
                        "The same message sent twice does no harm",
                        "A fallback that may be a repeat of another message is sent at its first attempt",
                    ]
            )
        );

    [Test]
    public async Task A_sender_that_calls_all_messages_alike_is_caught() =>
        Assert.That(
            await BrokenPromisesAsync(
                (message, cancellation) =>
                    Faultless(message, cancellation) is { Outcome: SendOutcome.Sent }
                        ? SendResult.Sent("ok")
                        : Faultless(message, cancellation)
            ),
            Is.EqualTo((string[])["What the provider calls two messages tells them apart"])
        );

    [Test]
    public async Task A_sender_without_headers_owes_nothing_for_names_and_subjects() =>
        Assert.That(
            await BrokenPromisesAsync(
                (message, cancellation) =>
                    Faultless(message with { Name = null, Content = message.Content with { Subject = "" } }, cancellation),
                carriesHeaders: false
            ),
            Is.Empty
        );

    private static async Task<List<string>> BrokenPromisesAsync(
        Func<OutgoingMessage, CancellationToken, SendResult> send,
        bool carriesHeaders = true
    )
    {
        List<string> broken = [];
        foreach (
            ContractCase promise in ChannelSenderContract.Cases(() => new FunctionSender(send), Address, carriesHeaders: carriesHeaders)
        )
        {
            try
            {
                await promise.RunAsync();
            }
            catch (ContractViolationException)
            {
                broken.Add(promise.ToString());
            }
        }

        return broken;
    }

    private static SendResult Faultless(OutgoingMessage message, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? SendResult.TemporaryFailure("cancelled")
        : IsClean(message.Address) && IsClean(message.Name ?? "") && IsClean(message.Content.Subject) ? SendResult.Sent()
        : SendResult.PermanentFailure("a control character");

    private static bool IsClean(string value) =>
        !value.Any(char.IsControl) && !value.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar);

    private sealed class FunctionSender(Func<OutgoingMessage, CancellationToken, SendResult> send) : IChannelSender
    {
        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(send(message, cancellationToken));
    }
}
