using System.Diagnostics;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Decisions;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Processing;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Dispatching;

/// <summary>Makes attempts: renders the message, hands it to its channel, and reports what came of it. All of it outside any transaction.</summary>
internal sealed class Dispatcher(
    AttemptQueue attempts,
    Senders senders,
    MessageComposer composer,
    Writer writer,
    Slots slots,
    DecisionSettings settings,
    IOptions<TouchpointsOptions> options,
    TimeProvider time,
    ILogger<Dispatcher> logger)
{
    /// <summary>What is claimed but not begun within this time is given back and asks the gate again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Waits for an attempt and makes it.</summary>
    public async Task MakeNextAsync(CancellationToken cancellationToken) =>
        await MakeAsync(await attempts.TakeAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Makes one attempt, if there is one. Returns whether there was.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (!attempts.TryTake(out Attempt? attempt))
        {
            return false;
        }

        await MakeAsync(attempt!, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task MakeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        Input report = await TryAsync(attempt, cancellationToken).ConfigureAwait(false);
        bool slotIsWanted = slots.Release(attempt.Touchpoint.Route);
        writer.Submit(new Submission.Report(attempt.Journey, report)
        {
            // The next message of the same lane may begin with this commit.
            Recipients = new Dictionary<CustomerId, Recipient> { [attempt.Customer.Id] = new Recipient.Known(attempt.Customer) },
        });
        if (slotIsWanted)
        {
            writer.WorkLeft.Set();
        }
    }

    private async Task<Input> TryAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var touchpoint = attempt.Touchpoint;
        if (time.GetUtcNow() - attempt.ClaimedAt > LongestWait || cancellationToken.IsCancellationRequested)
        {
            return new Input.AttemptReleased(touchpoint.Order, touchpoint.Attempts, touchpoint.Term, "claimed, and not begun in time") { Now = Now() };
        }

        OutgoingMessage message;
        try
        {
            message = Compose(attempt);
        }
        catch (MessageException exception)
        {
            DispatchingLog.NotComposed(logger, touchpoint.IdIn(attempt.Journey), exception.Message);
            return new Input.AttemptUnrenderable(touchpoint.Order, touchpoint.Attempts, touchpoint.Term, exception.Message) { Now = Now() };
        }

        SendResult result = await SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (result.Outcome == SendOutcome.ChannelDown)
        {
            slots.Close(touchpoint.Route, Now() + (result.RetryAfter ?? settings.ChannelPause));
        }

        return new Input.AttemptEnded(touchpoint.Order, touchpoint.Attempts, touchpoint.Term, result) { Now = Now() };
    }

    private OutgoingMessage Compose(Attempt attempt)
    {
        var touchpoint = attempt.Touchpoint;
        var id = touchpoint.IdIn(attempt.Journey);
        DateTimeOffset now = Now();
        return new OutgoingMessage
        {
            Touchpoint = id,
            MessageId = id.MessageToken(),
            ThreadId = id.ThreadToken(),
            Attempt = touchpoint.Attempts,
            MayBeRepeat = touchpoint.MayBeRepeat,
            Channel = touchpoint.Channel,
            Customer = attempt.Customer.Id,
            Address = attempt.Customer.Addresses[touchpoint.Channel],
            Name = attempt.Customer.Name,
            Culture = attempt.Customer.Culture,
            Category = touchpoint.Category,
            At = now,
            Content = composer.Compose(new MessageRequest
            {
                Template = touchpoint.Template,
                Channel = touchpoint.Channel,
                Customer = attempt.Customer,
                Journey = attempt.Journey,
                Category = touchpoint.Category,
                Data = attempt.Data,
                Now = now,
                StateWords = attempt.StateWords,
                Step = attempt.Step,
                Steps = attempt.Steps,
            }),
        };
    }

    private async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        using Activity? activity = Telemetry.Source.StartActivity("touchpoints.send");
        activity?.SetTag("touchpoints.channel", message.Channel.Name);
        try
        {
            using var deadline = new CancellationTokenSource(options.Value.SendDeadline, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            return await senders.For(message.Channel).SendAsync(message, either.Token)
                .WaitAsync(options.Value.SendDeadline, time, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A sender may throw anything, and the message may have left before it did.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            DispatchingLog.SenderThrew(logger, message.Channel.Name, message.Touchpoint, exception.GetType().Name);
            return SendResult.Uncertain(exception is TimeoutException or OperationCanceledException
                ? "the sender did not report in time"
                : $"the sender failed with {exception.GetType().Name}");
        }
    }

    private DateTimeOffset Now() => Instants.Truncate(time.GetUtcNow());
}
