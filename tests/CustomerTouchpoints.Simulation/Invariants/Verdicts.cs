using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Simulation.Generating;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>What operators have decided, as far as they heard that it is done.</summary>
internal sealed class Verdicts(World world)
{
    private readonly List<Verdict> done = [];
    private readonly HashSet<TouchpointId> closed = [];
    private int begun;

    public Verdict Next(TouchpointId touchpoint, ReviewDecision decision) => new(++begun, touchpoint, decision);

    public void Heard(Verdict verdict)
    {
        if (verdict.InjectedFault is TimeoutException)
        {
            world.Fail("callers hear clear errors", $"{verdict.Reason} about {verdict.Touchpoint}: {verdict.InjectedFault.Message}");
        }

        if (verdict.Result?.Outcome == ReviewOutcome.Done)
        {
            done.Add(verdict);
            if (verdict.Decision != ReviewDecision.Resend)
            {
                closed.Add(verdict.Touchpoint);
            }
        }
    }

    /// <summary>Whether an operator has heard that it is never sent again.</summary>
    public bool Close(TouchpointId touchpoint) => closed.Contains(touchpoint);

    /// <summary>What was heard to be done is in the journal, in the end.</summary>
    public void CheckEnd(IEnumerable<string> resolutions)
    {
        var told = resolutions.ToHashSet();
        foreach (Verdict verdict in done.Where(verdict => !told.Contains(verdict.Reason)))
        {
            world.Fail(Answers.Lost, $"{verdict.Reason} about {verdict.Touchpoint} was done, and no journal has it");
        }
    }
}
