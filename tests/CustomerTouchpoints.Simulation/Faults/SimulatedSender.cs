using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Simulation.Invariants;

namespace CustomerTouchpoints.Simulation.Faults;

/// <summary>A provider that keeps its own record of what it accepted, and does not always tell the truth about it.</summary>
internal sealed class SimulatedSender(World world, SimulatedHost host) : IChannelSender, IChannelLookup
{
    /// <summary>Messages whose id begins with a lower digit are in no log of the provider.</summary>
    private const char FirstLogged = '5';

    /// <summary>Of others whose id ends with a lower digit, the first question leads to nothing.</summary>
    private const char FirstPrompt = '8';

    public async Task<LookupResult> LookUpAsync(DoubtfulAttempt attempt, CancellationToken cancellationToken)
    {
        world.Trace.Say($"{host}: asks about {attempt.Touchpoint}, attempt {attempt.Attempt}");
        if (await world.Scheduler.PauseAsync(host, Point.LookUp) == InjectedFault.LookupSlow)
        {
            await Task.Delay(SimulatedHost.SendDeadline * 2, world.Time, CancellationToken.None);
        }

        // Also in the calm: a provider that knows nothing is no fault that heals.
        if (attempt.MessageId[0] < FirstLogged)
        {
            return LookupResult.Unknown("simulated: no log");
        }

        if (attempt.MessageId[^1] < FirstPrompt && world.Outbox.IsFirstQuestion(attempt.MessageId))
        {
            InjectedFault fault = attempt.MessageId[^1] % 2 == 0 ? InjectedFault.LookupUnknown : InjectedFault.LookupThrows;
            if (world.Faults.Allows(fault))
            {
                return fault == InjectedFault.LookupUnknown
                    ? LookupResult.Unknown("simulated: not yet")
                    : throw new InvalidOperationException("simulated: asking failed");
            }
        }

        return world.Outbox.Of(attempt.MessageId).Any(record => record.IsAccepted)
            ? LookupResult.Sent("simulated")
            : LookupResult.NotAccepted("simulated");
    }

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        // What the scheduler decides about this message is the provider's doing: it goes on when the host does not.
        SendRecord record = world.Outbox.Begin(host, message);
        InjectedFault fault = await world.Scheduler.PauseAsync(host, Point.Send);
        switch (fault)
        {
            case InjectedFault.ChannelTemporary:
                return record.Answer(
                    SendResult.TemporaryFailure(
                        "simulated: busy",
                        world.Scheduler.Dice.Of<TimeSpan?>(null, TimeSpan.FromMinutes(2), TimeSpan.FromDays(1))
                    )
                );
            case InjectedFault.ChannelPermanent:
                return record.Answer(SendResult.PermanentFailure("simulated: no such mailbox"));
            case InjectedFault.ChannelDown:
                return record.Answer(
                    SendResult.ChannelDown("simulated: refused", world.Scheduler.Dice.Of<TimeSpan?>(null, TimeSpan.FromMinutes(5)))
                );
            case InjectedFault.ChannelUncertain:
                Perhaps(record);
                return record.Answer(SendResult.Uncertain("simulated: cut"));
            case InjectedFault.ChannelThrows:
                Perhaps(record);
                record.Break();
                throw new InvalidOperationException("simulated: the sender failed");
            case InjectedFault.ChannelBabbles:
                Perhaps(record);
                return Babble(record);
            case InjectedFault.ChannelLies:
                world.Outbox.Accept(record);
                return record.Answer(SendResult.TemporaryFailure("simulated: not accepted, it says"));
            case InjectedFault.ChannelSlow:
                await Task.Delay(SimulatedHost.SendDeadline * 2, world.Time, CancellationToken.None);
                world.Outbox.Accept(record);
                return record.Answer(SendResult.Sent());
        }

        world.Outbox.Accept(record);
        await world.Scheduler.PauseAsync(host, Point.SendAnswer);
        return record.Answer(SendResult.Sent());
    }

    private void Perhaps(SendRecord record)
    {
        if (world.Scheduler.Dice.Percent(50))
        {
            world.Outbox.Accept(record);
        }
    }

    private SendResult Babble(SendRecord record)
    {
        switch (world.Scheduler.Dice.Below(3))
        {
            case 0:
                record.Break();
                return null!;
            case 1:
                record.Break();
                throw new OperationCanceledException("simulated: of a token that nobody knows");
            default:
                return record.Answer(SendResult.Uncertain($"simulated: {new string('x', 10_000)}\ud83d\0"));
        }
    }
}
