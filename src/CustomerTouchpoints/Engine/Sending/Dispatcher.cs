using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>
/// Makes attempts: renders the message, hands it to its channel, and reports what came of it; and puts questions to channels. All of it
/// outside any transaction.
/// </summary>
internal sealed class Dispatcher(
    ErrandQueue errands,
    Senders senders,
    MessageComposer composer,
    Writer writer,
    Slots slots,
    SeenSwitches switches,
    DecisionSettings settings,
    IOptions<TouchpointsOptions> options,
    ITouchpointStore store,
    StoreTime time,
    ILogger<Dispatcher> logger
)
{
    /// <summary>What is claimed but not begun within this time is given back and asks the gate again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Waits for an errand to a channel, or to one that no sender is registered for, and makes it.</summary>
    public async Task MakeNextAsync(Channel? channel, CancellationToken cancellationToken) =>
        await MakeAsync(await errands.TakeAsync(channel, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Makes one errand, if there is one. Returns whether there was.</summary>
    public async Task<bool> StepAsync()
    {
        if (!errands.TryTake(out Errand? errand))
        {
            return false;
        }

        await MakeAsync(errand!).ConfigureAwait(false);
        return true;
    }

    /// <summary>Makes an errand. A host that stops waits for it: only its own deadline cuts it short.</summary>
    private async Task MakeAsync(Errand errand)
    {
        Submission.Report report = errand is Attempt attempt
            ? new(attempt.Journey, await TryAsync(attempt).ConfigureAwait(false))
            {
                // The next message of the same lane may begin with this commit.
                Recipients = new Dictionary<CustomerId, Recipient> { [attempt.Customer.Id] = attempt.Recipient },
            }
            : new(errand.Journey, await AskAsync(errand).ConfigureAwait(false));
        bool slotIsWanted = slots.Release(errand.Touchpoint.Channel);
        writer.Submit(report);
        if (slotIsWanted)
        {
            writer.WorkLeft.Set();
        }
    }

    /// <summary>
    /// Begins nothing more, and gives back what was claimed and not begun: the host stops. Questions that were not put come again.
    /// </summary>
    public void Stop()
    {
        slots.Stop();
        while (errands.TryTake(out Errand? errand))
        {
            if (errand is Attempt attempt)
            {
                writer.Submit(new Submission.Report(attempt.Journey, Released(attempt, "claimed, and the host stopped before it began")));
            }
        }
    }

    private async Task<Input> TryAsync(Attempt attempt)
    {
#if CRASH_POINTS
        Crash.At(CrashPoint.AfterClaim);
#endif
        OpenTouchpoint touchpoint = attempt.Touchpoint;
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan waited = time.GetElapsedTime(attempt.ClaimedAt);
        slots.Begun(touchpoint.Channel, waited);

        // Nor does anything begin with less than half of its lease left: a commit may have hung for longer than any sender may take.
        TimeSpan half = settings.Lease / 2;
        if (waited > LongestWait || now > touchpoint.Sending!.LeaseUntil - half || time.GetElapsedTime(attempt.LeasedAt) > half)
        {
#if PLANTED_BUGS
            if (!Planted.Is(PlantedBug.OldClaimsAreSent))
#endif
                return Released(attempt, "claimed, and not begun in time");
        }

        if (!store.MayBegin(touchpoint.Sending!.Term))
        {
            return Released(attempt, "claimed, and the lease of this host ran short before it began");
        }

        if (
            switches
                .Board.Before(attempt.Journey.Lifecycle, attempt.RuleKeys, touchpoint.Channel)
                .Any(state => state.GivesBack(touchpoint.PlannedAt))
        )
        {
            return Released(attempt, "claimed, and stopped by an operator before it began");
        }

        if (!senders.Has(touchpoint.Channel))
        {
            return new AttemptUnrenderable(
                touchpoint.Order,
                touchpoint.Attempts,
                touchpoint.Sending!.Term,
                $"no sender is registered for {touchpoint.Channel}"
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
            string reason = exception is MessageException ? exception.Message : $"composing it failed with {exception.GetType().Name}";
            DispatchingLog.NotComposed(logger, touchpoint.IdIn(attempt.Journey), reason);
            return new AttemptUnrenderable(touchpoint.Order, touchpoint.Attempts, touchpoint.Sending!.Term, reason) { Now = Now() };
        }

#if CRASH_POINTS
        Crash.At(CrashPoint.BeforeSend);
#endif
        SendResult result = await SendAsync(message).ConfigureAwait(false);
#if CRASH_POINTS
        Crash.At(CrashPoint.AfterSend);
#endif
        if (result.Outcome == SendOutcome.ChannelDown)
        {
            slots.Close(touchpoint.Channel, Now() + settings.PauseOf(result));
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
            using var deadline = new CancellationTokenSource(options.Value.SendDeadline, time);
            return await senders
                .For(message.Channel)
                .SendAsync(message, deadline.Token)
                .WaitAsync(options.Value.SendDeadline, time, CancellationToken.None)
                .ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A sender may throw anything, and the message may have left before it did.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            DispatchingLog.SenderThrew(logger, message.Channel.Name, message.Touchpoint, exception.GetType().Name);
#if PLANTED_BUGS
            if (Planted.Is(PlantedBug.TimeoutsPassForRefusals) && exception is TimeoutException)
            {
                return SendResult.TemporaryFailure("the sender did not report in time");
            }
#endif
            return SendResult.Uncertain(
                exception is TimeoutException or OperationCanceledException
                    ? "the sender did not report in time"
                    : $"the sender failed with {exception.GetType().Name}"
            );
        }
    }

    private async Task<LookupAnswered> AskAsync(Errand question)
    {
        OpenTouchpoint touchpoint = question.Touchpoint;
        TouchpointId id = touchpoint.IdIn(question.Journey);
        LookupResult result;
        try
        {
            result = senders.LookupOf(touchpoint.Channel) is not { } lookup
                ? LookupResult.Unknown("its sender can't be asked")
                : await LookUpAsync(
                        lookup,
                        new DoubtfulAttempt
                        {
                            Touchpoint = id,
                            MessageId = id.MessageToken(),
                            Attempt = touchpoint.Attempts,
                            Channel = touchpoint.Channel,
                            Customer = touchpoint.Customer!.Value,
                        }
                    )
                    .ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A lookup may throw anything: nothing is known, and the question comes again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            DispatchingLog.LookupThrew(logger, touchpoint.Channel.Name, id, exception.GetType().Name);
            result = LookupResult.Unknown(
                exception is TimeoutException or OperationCanceledException
                    ? "no answer in time"
                    : $"asking failed with {exception.GetType().Name}"
            );
        }

        return new LookupAnswered(touchpoint.Order, touchpoint.Attempts, result) { Now = Now() };
    }

    private async Task<LookupResult> LookUpAsync(IChannelLookup lookup, DoubtfulAttempt attempt)
    {
        using var deadline = new CancellationTokenSource(options.Value.SendDeadline, time);
        return await lookup
            .LookUpAsync(attempt, deadline.Token)
            .WaitAsync(options.Value.SendDeadline, time, CancellationToken.None)
            .ConfigureAwait(false);
    }

    private AttemptReleased Released(Attempt attempt, string reason) =>
        new(attempt.Touchpoint.Order, attempt.Touchpoint.Attempts, attempt.Touchpoint.Sending!.Term, reason) { Now = Now() };

    private DateTimeOffset Now() => Instants.Truncate(time.GetUtcNow());
}
