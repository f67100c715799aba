namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>A message as it arrived.</summary>
/// <param name="Touchpoint">What it is.</param>
/// <param name="Attempt">The number of the attempt.</param>
/// <param name="MayBeRepeat">Whether it said that it may be a repeat.</param>
/// <param name="At">When it arrived, by the receiving end's stopwatch.</param>
internal sealed record Arrival(string Touchpoint, int Attempt, bool MayBeRepeat, long At);
