using System.Diagnostics;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>Makes an attempt: looks once more whether it may begin, renders the message, and hands it to its channel.</summary>
internal sealed class AttemptRunner(
    Senders senders,
    MessageComposer composer,
    SeenSwitches switches,
    DecisionSettings settings,
    SendDeadline deadline,
    ITouchpointStore store,
    StoreTime time,
    Notices notices,
    ILogger<AttemptRunner> logger
)
{
    /// <summary>What is claimed but not begun within this time is given back and asks the gate again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Makes the attempt, or says why not.</summary>
    public async Task<Input> RunAsync(Attempt attempt)
    {
        OpenTouchpoint touchpoint = attempt.Touchpoint;
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan waited = time.GetElapsedTime(attempt.ClaimedAt);
        attempt.Pool.Begun(waited);

        // Nor does anything begin with less than half of its lease left: a commit may have hung for longer than any sender may take.
        TimeSpan half = settings.Lease / 2;
        if (waited > LongestWait || now > touchpoint.Sending!.LeaseUntil - half || time.GetElapsedTime(attempt.LeasedAt) > half)
        {
            return Released(attempt, DeliveryReasons.BegunTooLate);
        }

        if (!store.MayBegin(touchpoint.Sending!.Term))
        {
            return Released(attempt, DeliveryReasons.LeaseRanShort);
        }

        if (
            switches
                .Board.Before(attempt.Journey.Lifecycle, attempt.RuleKeys, touchpoint.Channel)
                .Any(state => state.GivesBack(touchpoint.PlannedAt))
        )
        {
            return Released(attempt, DeliveryReasons.StoppedByOperator);
        }

        if (!senders.Has(touchpoint.Channel))
        {
            return new AttemptUnrenderable(
                touchpoint.Order,
                touchpoint.Attempts,
                touchpoint.Sending!.Term,
                DeliveryReasons.NoSender.With(touchpoint.Channel.Name)
            )
            {
                Now = Now(),
            };
        }

        OutgoingMessage message;
        try
        {
            message = Compose(attempt);
        }
#pragma warning disable CA1031 // Whatever a template engine or a helper throws: this message goes to review, the journey goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Reason reason =
                exception is MessageException
                    ? DeliveryReasons.NotComposed.With(exception.Message)
                    : DeliveryReasons.ComposingFailed.With(exception.GetType().Name);
            DispatchingLog.NotComposed(logger, touchpoint.IdIn(attempt.Journey), reason);
            return new AttemptUnrenderable(touchpoint.Order, touchpoint.Attempts, touchpoint.Sending!.Term, reason) { Now = Now() };
        }

        SendResult result = await SendAsync(message).ConfigureAwait(false);
        notices.Answered(touchpoint.Channel, result, Now());
        if (result.Outcome == SendOutcome.ChannelDown)
        {
            attempt.Pool.Close(Now() + settings.PauseOf(touchpoint.Channel, result));
        }

        return new AttemptEnded(touchpoint.Order, touchpoint.Attempts, touchpoint.Sending!.Term, result) { Now = Now() };
    }

    private OutgoingMessage Compose(Attempt attempt)
    {
        OpenTouchpoint touchpoint = attempt.Touchpoint;
        TouchpointId id = touchpoint.IdIn(attempt.Journey);
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
            Content = composer.Compose(
                new MessageRequest
                {
                    Template = touchpoint.Template,
                    Channel = touchpoint.Channel,
                    Customer = attempt.Customer,
                    Journey = attempt.Journey,
                    Category = touchpoint.Category,
                    Data = attempt.Data,
                    Deadlines = attempt.Deadlines,
                    Now = now,
                    StateWords = attempt.StateWords,
                    Step = attempt.Step,
                    Steps = attempt.Steps,
                }
            ),
        };
    }

    private async Task<SendResult> SendAsync(OutgoingMessage message)
    {
        using Activity? activity = Telemetry.Source.StartActivity("touchpoints.send");
        activity?.SetTag("touchpoints.channel", message.Channel.Name);
        try
        {
            return await deadline.CallAsync(token => senders.For(message.Channel).SendAsync(message, token)).ConfigureAwait(false)
                ?? SendResult.Uncertain("the sender returned no result");
        }
#pragma warning disable CA1031 // A sender may throw anything, and the message may have left before it did.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            DispatchingLog.SenderThrew(logger, message.Channel.Name, message.Touchpoint, exception.GetType().Name);
            return SendResult.Uncertain(
                SendDeadline.HasPassed(exception)
                    ? "the sender did not report in time"
                    : $"the sender failed with {exception.GetType().Name}"
            );
        }
    }

    /// <summary>It was claimed and did not begin: it asks the gate again.</summary>
    public AttemptReleased Released(Attempt attempt, Reason reason) =>
        new(attempt.Touchpoint.Order, attempt.Touchpoint.Attempts, attempt.Touchpoint.Sending!.Term, reason) { Now = Now() };

    private DateTimeOffset Now() => Instants.Truncate(time.GetUtcNow());
}
