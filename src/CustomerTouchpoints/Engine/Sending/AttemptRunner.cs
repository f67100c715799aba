using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Engine.Bulkheads;
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

    private readonly OtherLanguages languages = new(logger);

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

        if (senders.For(touchpoint.Channel, touchpoint.Provider) is not { } sender)
        {
            return Ended(attempt, SendResult.PermanentFailure("no provider of the channel is for this customer"));
        }

        if (attempt.Token is { } token)
        {
            await token.WaitAsync(time).ConfigureAwait(false);
            if (!token.TryBegin())
            {
                return Released(attempt, DeliveryReasons.BegunTooLate);
            }
        }

        var call = new AttemptCall(attempt, composer, sender, languages, time);
        SendResult result;
        long began = time.GetTimestamp();
        try
        {
            result = await CallAsync(attempt, call).ConfigureAwait(false);
        }
        catch (NotComposedException exception)
        {
            DispatchingLog.NotComposed(logger, touchpoint.IdIn(attempt.Journey), exception.Reason);
            return new AttemptUnrenderable(touchpoint.Order, touchpoint.Attempts, touchpoint.Sending!.Term, exception.Reason)
            {
                Now = Now(),
            };
        }

        DateTimeOffset answered = Now();
        TimeSpan pause = settings.PauseOf(touchpoint.Channel, result);
        bool hasAlternative = HasAlternative(attempt, result, pause);
        notices.Answered(touchpoint.Channel, touchpoint.Provider, result, answered, answered + pause);
        Telemetry.Answered(touchpoint.Channel.Name, Enum.GetName(result.Outcome)!, time.GetElapsedTime(began));
        if (result.Outcome == SendOutcome.ChannelDown && attempt.Pool.Providers is null)
        {
            attempt.Pool.Close(pause);
        }

        return Ended(attempt, result) with
        {
            HasAlternative = hasAlternative,
        };
    }

    /// <summary>Notes what a provider said, and tells whether another one can take the message now.</summary>
    private bool HasAlternative(Attempt attempt, SendResult result, TimeSpan pause)
    {
        if (attempt is not { Pool.Providers: { } ring, Touchpoint: { Provider: { } provider } touchpoint })
        {
            return false;
        }

        ring.Note(provider, result.Outcome, pause);
        return !touchpoint.MayBeRepeat
            && result.Outcome is SendOutcome.TemporaryFailure or SendOutcome.ChannelDown
            && ring.Choose(touchpoint.IdIn(attempt.Journey), attempt.Customer, [.. touchpoint.Tried ?? [], provider], time.GetTimestamp())
                is not null;
    }

    private AttemptEnded Ended(Attempt attempt, SendResult result) =>
        new(attempt.Touchpoint.Order, attempt.Touchpoint.Attempts, attempt.Touchpoint.Sending!.Term, result) { Now = Now() };

    private async Task<SendResult> CallAsync(Attempt attempt, AttemptCall call)
    {
        string channel = attempt.Touchpoint.Channel.Name;
        TouchpointId id = attempt.Touchpoint.IdIn(attempt.Journey);
        try
        {
            return await deadline.CallAsync(attempt.Pool.Bulkhead, call.RunAsync).ConfigureAwait(false);
        }
        catch (NotBegunException)
        {
            DispatchingLog.SenderBlocks(logger, channel, id);
            return SendResult.ChannelDown("earlier calls of its sender have not returned");
        }
#pragma warning disable CA1031 // A sender may throw anything, and the message may have left before it did.
        catch (Exception exception) when (exception is not NotComposedException)
#pragma warning restore CA1031
        {
            if (call.TryGiveUp())
            {
                throw new NotComposedException(DeliveryReasons.ComposingLate, exception);
            }

            DispatchingLog.SenderThrew(logger, channel, id, exception.GetType().Name);
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
