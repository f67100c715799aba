using System.Diagnostics;
using System.Diagnostics.Metrics;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Diagnostics;

/// <summary>
/// The meter and the activity source, under the names that <see cref="TouchpointsTelemetry"/> publishes. Tags are names of our own, never
/// ids of people.
/// </summary>
internal static class Telemetry
{
    private static readonly Meter Meter = new(TouchpointsTelemetry.MeterName);

    private static readonly Counter<long> Decisions = Meter.CreateCounter<long>(
        "touchpoints.decisions",
        "{decision}",
        "Journal entries, by lifecycle, kind and outcome."
    );

    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>(
        "touchpoints.commit.size",
        "{submission}",
        "How many submissions shared one commit."
    );

    private static readonly Histogram<double> CommitDuration = Meter.CreateHistogram<double>(
        "touchpoints.commit.duration",
        "s",
        "How long a batch took, from loading to committed."
    );

    private static readonly Counter<long> Held = Meter.CreateCounter<long>(
        "touchpoints.held",
        "{message}",
        "Messages that came to be held, by lifecycle, channel and the code of the reason."
    );

    private static readonly Histogram<double> SendDuration = Meter.CreateHistogram<double>(
        "touchpoints.send.duration",
        "s",
        "How long composing a message and its sender's answer took, by channel and outcome."
    );

    private static readonly Counter<long> DroppedNotices = Meter.CreateCounter<long>(
        "touchpoints.observers.dropped",
        "{notice}",
        "Notices that an observer was too slow for."
    );

    private static readonly Counter<long> UndeclaredEvents = Meter.CreateCounter<long>(
        "touchpoints.events.undeclared",
        "{event}",
        "Events that their lifecycle does not declare, by lifecycle: most often a misspelt name."
    );

    private static readonly Counter<long> UnreadableTraits = Meter.CreateCounter<long>(
        "touchpoints.customers.unreadable",
        "{answer}",
        "Cultures and time zones from the directory that can't be understood, by trait."
    );

    private static readonly Counter<long> OtherLanguages = Meter.CreateCounter<long>(
        "touchpoints.messages.other-language",
        "{message}",
        "Messages in another language than their customers', for want of a template in theirs, by template."
    );

    private static readonly Counter<long> AddedValue = Meter.CreateCounter<long>(
        "touchpoints.added-value",
        "{block}",
        "Blocks of added value that customers saw, or may have seen, by lifecycle and block."
    );

    private static readonly Counter<long> NoAddedValue = Meter.CreateCounter<long>(
        "touchpoints.added-value.left-out",
        "{message}",
        "Attempts without added value, by lifecycle and the code of why."
    );

    public static ActivitySource Source { get; } = new(TouchpointsTelemetry.ActivitySourceName);

    public static void Recorded(string lifecycle, JournalEntry entry)
    {
        if (Decisions.Enabled)
        {
            Decisions.Add(
                1,
                new KeyValuePair<string, object?>("lifecycle", lifecycle),
                new KeyValuePair<string, object?>("kind", RowWords.Of(entry.Kind)),
                new KeyValuePair<string, object?>("outcome", Enum.GetName(entry.Outcome))
            );
        }

        if (AddedValue.Enabled || NoAddedValue.Enabled)
        {
            Valued(lifecycle, entry);
        }

        if (
            Held.Enabled
            && entry
                is { Outcome: JournalEntryOutcome.Held, Kind: JournalEntryKind.Gate or JournalEntryKind.Outcome or JournalEntryKind.Lookup }
        )
        {
            Held.Add(
                1,
                new KeyValuePair<string, object?>("lifecycle", lifecycle),
                new KeyValuePair<string, object?>("channel", TouchpointId.Parse(entry.Name).Channel.Name),
                new KeyValuePair<string, object?>("reason", entry.Reason.Code)
            );
        }
    }

    private static void Valued(string lifecycle, JournalEntry entry)
    {
        var from = new KeyValuePair<string, object?>("lifecycle", lifecycle);
        if (NoAddedValue.Enabled && entry.Reason.Code == AddedValueReasons.Without.Code)
        {
            NoAddedValue.Add(1, from, new KeyValuePair<string, object?>("reason", entry.Reason.Values["why"]));
        }

        if (AddedValue.Enabled)
        {
            foreach (Change change in entry.Changes)
            {
                if (change is TouchpointChange { Move: { IsSeen: true, ValueEnded: { } block } })
                {
                    AddedValue.Add(1, from, new KeyValuePair<string, object?>("block", block));
                }
            }
        }
    }

    /// <summary>A sender has answered, or its time is over.</summary>
    public static void Answered(string channel, string outcome, TimeSpan duration) =>
        SendDuration.Record(
            duration.TotalSeconds,
            new KeyValuePair<string, object?>("channel", channel),
            new KeyValuePair<string, object?>("outcome", outcome)
        );

    public static void Dropped() => DroppedNotices.Add(1);

    public static void Undeclared(string lifecycle) => UndeclaredEvents.Add(1, new KeyValuePair<string, object?>("lifecycle", lifecycle));

    public static void Unreadable(string trait) => UnreadableTraits.Add(1, new KeyValuePair<string, object?>("trait", trait));

    public static void OtherLanguage(string template) => OtherLanguages.Add(1, new KeyValuePair<string, object?>("template", template));

    public static void Committed(int submissions, TimeSpan duration)
    {
        BatchSize.Record(submissions);
        CommitDuration.Record(duration.TotalSeconds);
    }
}
