namespace CustomerTouchpoints.Http.Wires;

/// <summary>There is no connection, and why.</summary>
internal sealed class DialException(WireFault fault, string words) : Exception(words)
{
    public WireFault Fault { get; } = fault;
}
