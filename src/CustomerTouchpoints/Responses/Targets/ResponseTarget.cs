namespace CustomerTouchpoints.Responses.Targets;

/// <summary>A response target, checked and with every default filled in.</summary>
/// <param name="Draft">What was declared.</param>
/// <param name="Place">Its place among the targets of its clock, from 1: the first one that matches holds.</param>
internal sealed record ResponseTarget(TargetDraft Draft, int Place)
{
    /// <summary>How long a status update that the library sends may take to leave before it counts as missed.</summary>
    public static readonly TimeSpan TimeToLeave = TimeSpan.FromMinutes(1);

    public string Clock { get; } = Draft.Clock;

    public ResponseMetric Metric => Draft.Metric;

    /// <summary>How much time there is until a breach.</summary>
    public TimeSpan Budget => Draft.Sends ? Draft.Within + TimeToLeave : Draft.Within;

    public BusinessCalendar Calendar => Draft.Calendar;

    /// <summary>Whether each message is a measurement of its own.</summary>
    public bool IsCyclic => Draft.IsUpdate || Metric == ResponseMetric.NextAnswer;

    public bool Matches(string? channel, string? priority, string? topic, IReadOnlySet<string>? segments) =>
        Holds(Draft.Priorities, priority)
        && Holds(Draft.Topics, topic)
        && (Draft.Channels.Count == 0 || (channel is not null && Draft.Channels.Any(each => each.Name == channel)))
        && (Draft.Segments.Count == 0 || (segments is not null && Draft.Segments.Any(segments.Contains)));

    /// <summary>How much time is used at the next mark before the deadline; null when there is none left.</summary>
    /// <param name="passed">How many marks were passed.</param>
    /// <param name="budget">The time until a breach, as it holds for the clock.</param>
    public TimeSpan? Mark(int passed, TimeSpan budget) =>
        passed < Draft.Warnings.Count ? budget * Draft.Warnings[passed]
        : Draft.Sends && passed == Draft.Warnings.Count ? budget - TimeToLeave
        : null;

    /// <summary>Whether that mark is the one at which the update is sent.</summary>
    public bool IsTimeToSend(int passed) => Draft.Sends && passed == Draft.Warnings.Count;

    private static bool Holds(IReadOnlyList<string> wanted, string? value) =>
        wanted.Count == 0 || (value is not null && wanted.Contains(value));
}
