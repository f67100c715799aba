using CustomerTouchpoints.Simulation.Faults;

namespace CustomerTouchpoints.Simulation.Reporting;

/// <summary>How often each fault and each condition occurred, and how much was simulated.</summary>
internal sealed class Tally
{
    private readonly long[] faults = new long[Enum.GetValues<InjectedFault>().Length];
    private readonly long[] conditions = new long[Enum.GetValues<Sometimes>().Length];

    public long Seeds { get; set; }

    public double Days { get; set; }

    public long Events { get; set; }

    public long Messages { get; set; }

    public long DuplicatesFlagged { get; set; }

    public long Faults => faults.Sum();

    public long Of(InjectedFault fault) => faults[(int)fault];

    public long Of(Sometimes condition) => conditions[(int)condition];

    public void Count(InjectedFault fault) => faults[(int)fault]++;

    public void Count(Sometimes condition, bool holds = true) => conditions[(int)condition] += holds ? 1 : 0;

    public void Add(Tally other)
    {
        Seeds += other.Seeds;
        Days += other.Days;
        Events += other.Events;
        Messages += other.Messages;
        DuplicatesFlagged += other.DuplicatesFlagged;
        for (int i = 0; i < faults.Length; i++)
        {
            faults[i] += other.faults[i];
        }

        for (int i = 0; i < conditions.Length; i++)
        {
            conditions[i] += other.conditions[i];
        }
    }
}
