using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// Sees whether the writer goes on: everything waits for it, and a guard that sleeps, blocks, or waits for an event that it has raised
/// itself stops it. The writer notes what it does; the log and the health check tell what takes too long.
/// </summary>
/// <remarks>Thread-safe; one writer notes.</remarks>
internal sealed class WriterWatch(DecisionSettings settings, StoreTime time, ILogger<WriterWatch> logger)
{
    /// <summary>A writer that has been at one thing for so long stands.</summary>
    public static readonly TimeSpan Standing = TimeSpan.FromSeconds(3);

    /// <summary>What a decision may take before the log names it.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>How long a slow decision is remembered.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private volatile Work? work;
    private volatile Work? said;
    private volatile SlowDecision? slow;

    /// <summary>How long the writer has been at what it does, and what that is; null when it does not stand.</summary>
    public (TimeSpan Since, string On)? Stands =>
        work is { } now && time.GetElapsedTime(now.BeganAt) is var since && since >= Standing ? (since, Words(now)) : null;

    /// <summary>The last decision that took long, in words; null when there was none lately.</summary>
    public string? SlowLately => slow is { } last && time.GetElapsedTime(last.At) < Remembered ? last.Words : null;

    /// <summary>The writer reads what a batch needs, or commits it.</summary>
    public void Note(string stage) => work = new Work(stage, null, time.GetTimestamp());

    /// <summary>The writer decides on a submission.</summary>
    public void Decides(JourneyId? journey)
    {
        settings.Running.Description = null;
        work = new Work("deciding", journey, time.GetTimestamp());
    }

    /// <summary>It has decided.</summary>
    public void Decided()
    {
        if (work is { Journey: { } journey } done && time.GetElapsedTime(done.BeganAt) is var span && span >= Slow)
        {
            slow = new SlowDecision($"a decision took {span.TotalSeconds:0.0} s: {Words(done)}", time.GetTimestamp());
            ProcessingLog.DecidedSlowly(logger, journey, span, settings.Running.Description ?? "none");
        }
    }

    /// <summary>The writer rests.</summary>
    public void Rests() => work = null;

    /// <summary>Says once of each thing that the writer stands on it. For who looks every now and then.</summary>
    public void Look()
    {
        if (work is { } now && now != said && Stands is { } stands)
        {
            said = now;
            ProcessingLog.WriterStands(logger, stands.Since, stands.On);
        }
    }

    private string Words(Work at) =>
        at.Journey is not { } journey ? at.Stage
        : settings.Running.Description is { } condition ? $"{journey}, in \"{condition}\""
        : $"{journey}";

    private sealed record Work(string Stage, JourneyId? Journey, long BeganAt);

    private sealed record SlowDecision(string Words, long At);
}
