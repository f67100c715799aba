namespace CustomerTouchpoints.Http.Wires;

/// <summary>What came back.</summary>
/// <param name="Status">The status code.</param>
/// <param name="RetryAfter">How long the other side asks us to wait, if it said so.</param>
/// <param name="Body">The body; null when it was not read, or not whole. Values are read out of it; it is shown to nobody.</param>
internal sealed record WireAnswer(int Status, TimeSpan? RetryAfter, string? Body)
{
    /// <summary>Says the status alone.</summary>
    public override string ToString() => $"(an answer {Status})";
}
