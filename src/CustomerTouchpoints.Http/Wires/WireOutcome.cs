namespace CustomerTouchpoints.Http.Wires;

/// <summary>What became of a request: an answer, or why there is none.</summary>
internal sealed record WireOutcome
{
    private WireOutcome() { }

    /// <summary>The answer; null when there is none.</summary>
    public WireAnswer? Answer { get; private init; }

    /// <summary>Why there is no answer. Means nothing beside one.</summary>
    public WireFault Fault { get; private init; }

    /// <summary>The same in words, without a name or an address.</summary>
    public string Words { get; private init; } = "";

    public static WireOutcome Of(WireAnswer answer) => new() { Answer = answer };

    public static WireOutcome Of(WireFault fault, string words) => new() { Fault = fault, Words = words };
}
