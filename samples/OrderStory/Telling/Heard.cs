using CustomerTouchpoints;

namespace OrderStory.Telling;

/// <summary>What the engine's log said: a fact, timer or touchpoint of a journey, and what came of it.</summary>
internal sealed record Heard(string Name, string Journey, string Outcome)
{
    /// <summary>Whether it is about a message: touchpoints are named journey~rule~occurrence~role~channel.</summary>
    public bool IsMessage => Name.Contains('~', StringComparison.Ordinal);

    /// <summary>The journey.</summary>
    public JourneyId JourneyId => JourneyId.Parse(Journey);

    public bool IsTimer => Name.StartsWith("rule:", StringComparison.Ordinal) || Name.StartsWith("after:", StringComparison.Ordinal);
}
