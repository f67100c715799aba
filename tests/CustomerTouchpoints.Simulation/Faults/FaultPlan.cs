using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Simulation.Scheduling;

namespace CustomerTouchpoints.Simulation.Faults;

/// <summary>Which faults happen where, and how often. A shrunk run leaves kinds out.</summary>
internal sealed class FaultPlan(Tally tally, IReadOnlySet<Fault> without)
{
    /// <summary>What an await of this kind ends with.</summary>
    public Fault At(Point point, Dice dice) =>
        Allowed(
            point switch
            {
                Point.Begin => dice.Weighted((94, Fault.None), (6, Fault.StoreBusy)),
                Point.Commit => dice.Weighted(
                    (84, Fault.None),
                    (3, Fault.CommitFails),
                    (3, Fault.CommitUnknownButStored),
                    (2, Fault.CommitUnknownAndLost),
                    (2, Fault.BatchRefused),
                    (2, Fault.CrashBeforeCommit),
                    (2, Fault.CrashAfterCommit),
                    (2, Fault.TornBatch)
                ),
                Point.Read => dice.Weighted((97, Fault.None), (3, Fault.StoreBusy)),
                Point.Directory => dice.Weighted(
                    (86, Fault.None),
                    (6, Fault.DirectoryDown),
                    (5, Fault.DirectoryForgets),
                    (3, Fault.DirectorySlow)
                ),
                Point.Send => dice.Weighted(
                    (29, Fault.None),
                    (16, Fault.ChannelTemporary),
                    (18, Fault.ChannelPermanent),
                    (6, Fault.ChannelDown),
                    (11, Fault.ChannelUncertain),
                    (7, Fault.ChannelThrows),
                    (6, Fault.ChannelLies),
                    (7, Fault.ChannelSlow)
                ),
                Point.LookUp => dice.Weighted((70, Fault.None), (30, Fault.LookupSlow)),
                Point.Escalate => dice.Weighted((75, Fault.None), (25, Fault.EscalationFails)),
                _ => Fault.None,
            }
        );

    /// <summary>Whether a fault that the scheduler wants may happen; it then counts.</summary>
    public bool Allows(Fault fault)
    {
        if (without.Contains(fault))
        {
            return false;
        }

        tally.Count(fault);
        return true;
    }

    private Fault Allowed(Fault fault) => fault == Fault.None || Allows(fault) ? fault : Fault.None;
}
