using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Responses.Meanings;

/// <summary>A promise that an event makes, while it is being written.</summary>
internal sealed class PromiseDraft(string name, Func<Situation, DateTimeOffset?> by)
{
    public string Name { get; } = name;

    public Func<Situation, DateTimeOffset?> By { get; } = by;

    public State? KeptBy { get; set; }
}
