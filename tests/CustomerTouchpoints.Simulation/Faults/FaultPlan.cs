using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Simulation.Scheduling;

namespace CustomerTouchpoints.Simulation.Faults;

/// <summary>Which faults happen where, and how often. A shrunk run leaves kinds out.</summary>
internal sealed class FaultPlan(Tally tally, IReadOnlySet<InjectedFault> without)
{
    /// <summary>What an await of this kind ends with.</summary>
    public InjectedFault At(Point point, Dice dice) =>
        Allowed(
            point switch
            {
                Point.Begin => dice.Weighted((94, InjectedFault.None), (6, InjectedFault.StoreBusy)),
                Point.Commit => dice.Weighted(
                    (84, InjectedFault.None),
                    (3, InjectedFault.CommitFails),
                    (3, InjectedFault.CommitUnknownButStored),
                    (2, InjectedFault.CommitUnknownAndLost),
                    (2, InjectedFault.BatchRefused),
                    (2, InjectedFault.CrashBeforeCommit),
                    (2, InjectedFault.CrashAfterCommit),
                    (2, InjectedFault.TornBatch)
                ),
                Point.Read => dice.Weighted((97, InjectedFault.None), (3, InjectedFault.StoreBusy)),
                Point.Directory => dice.Weighted(
                    (82, InjectedFault.None),
                    (4, InjectedFault.DirectoryBabbles),
                    (6, InjectedFault.DirectoryDown),
                    (5, InjectedFault.DirectoryForgets),
                    (3, InjectedFault.DirectorySlow)
                ),
                Point.Send => dice.Weighted(
                    (27, InjectedFault.None),
                    (16, InjectedFault.ChannelTemporary),
                    (18, InjectedFault.ChannelPermanent),
                    (6, InjectedFault.ChannelDown),
                    (11, InjectedFault.ChannelUncertain),
                    (4, InjectedFault.ChannelThrows),
                    (5, InjectedFault.ChannelBabbles),
                    (6, InjectedFault.ChannelLies),
                    (7, InjectedFault.ChannelSlow)
                ),
                Point.LookUp => dice.Weighted((70, InjectedFault.None), (30, InjectedFault.LookupSlow)),
                Point.Escalate => dice.Weighted((75, InjectedFault.None), (25, InjectedFault.EscalationFails)),
                _ => InjectedFault.None,
            }
        );

    /// <summary>Whether a fault that the scheduler wants may happen; it then counts.</summary>
    public bool Allows(InjectedFault fault)
    {
        if (without.Contains(fault))
        {
            return false;
        }

        tally.Count(fault);
        return true;
    }

    private InjectedFault Allowed(InjectedFault fault) => fault == InjectedFault.None || Allows(fault) ? fault : InjectedFault.None;
}
