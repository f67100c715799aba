namespace CustomerTouchpoints.Crash.Tests;

/// <summary>How a host ended, and what it said until then.</summary>
/// <param name="ExitCode">137 for one that was killed.</param>
/// <param name="Lines">What it said.</param>
/// <param name="Error">What it complained about.</param>
internal sealed record Life(int ExitCode, IReadOnlyList<string> Lines, string Error)
{
    private const int ByKill = 128 + 9;

    public bool WasKilled => ExitCode == ByKill;

    /// <summary>The outcome that was acknowledged, by key.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged { get; } =
        Lines
            .Select(line => line.Split(' '))
            .Where(words => words is ["acknowledged", _, _])
            .ToDictionary(words => words[1], words => words[2]);
}
