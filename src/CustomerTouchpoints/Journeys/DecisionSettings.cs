using System.Collections.Frozen;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Segments;
using CustomerTouchpoints.Delivery.Retries;
using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.AddedValues;
using CustomerTouchpoints.Touchpoints.QuietHours;

namespace CustomerTouchpoints.Journeys;

/// <summary>The few numbers that decisions depend on beside the definition.</summary>
internal sealed record DecisionSettings
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    public static DecisionSettings Default { get; } = new();

    public RetrySchedule Retries { get; init; } = RetrySchedule.Default;

    /// <summary>When to try again by channel, where a channel has settings of its own.</summary>
    public IReadOnlyDictionary<Channel, RetrySchedule> ChannelRetries { get; init; } = FrozenDictionary<Channel, RetrySchedule>.Empty;

    /// <summary>When to ask a channel what became of an attempt: eight times, over some three hours.</summary>
    public RetrySchedule Lookups { get; init; } = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), 9, 0);

    /// <summary>The zone of customers whose own is not known.</summary>
    public string DefaultTimeZone { get; init; } = "Etc/UTC";

    /// <summary>When customers are not to be disturbed; null for never.</summary>
    public QuietHoursCalendar? QuietHours { get; init; }

    /// <summary>How many messages a customer gets at most; none by default.</summary>
    public IReadOnlyList<Cap> Caps { get; init; } = [];

    /// <summary>The digests that rules may name.</summary>
    public IReadOnlyDictionary<string, Digest> Digests { get; init; } = FrozenDictionary<string, Digest>.Empty;

    /// <summary>The blocks of added value that the host has declared, and how much of it is enough.</summary>
    public AddedValueSettings AddedValue { get; init; } = AddedValueSettings.None;

    /// <summary>Whether customers may decline service messages of whatever topic.</summary>
    public bool ServiceMayBeDeclined { get; init; }

    /// <summary>The groups of customers that the host has declared, by name.</summary>
    public IReadOnlyDictionary<string, Segment> Segments { get; init; } = FrozenDictionary<string, Segment>.Empty;

    /// <summary>How long a customer is asked nothing after a survey.</summary>
    public TimeSpan SurveyCooldown { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The lifecycles and topics whose open journeys are complaints.</summary>
    public IReadOnlySet<string> Complaints { get; init; } = FrozenSet<string>.Empty;

    /// <summary>How long an attempt may take to report before it counts as lost.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long to wait for a directory that does not answer.</summary>
    public TimeSpan DirectoryPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait for a channel that is down, when it does not say.</summary>
    public TimeSpan ChannelPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait before a timer whose condition threw is tried again.</summary>
    public TimeSpan FaultPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The most events that may wait for a journey to open.</summary>
    public int MostParked { get; init; } = 100;

    /// <summary>The most attempts whose fate nobody knows, before a person must look.</summary>
    public int MostDoubts { get; init; } = 3;

    /// <summary>The most messages of a journey that may be on their way at once, and as many promises that may be open.</summary>
    public int MostOpen { get; init; } = 100;

    /// <summary>The operators' switches, as the batch has read them.</summary>
    public Switchboard Switches { get; init; } = Switchboard.Open;

    /// <summary>The calendars of earlier versions, under which clocks may still run.</summary>
    public CalendarBook Calendars { get; init; } = CalendarBook.Empty;

    /// <summary>The names of the deadlines that a template's messages tell.</summary>
    public Func<string, IReadOnlyList<string>> DeadlinesIn { get; init; } = _ => [];

    /// <summary>Which of the host's conditions runs. It decides nothing.</summary>
    public RunningCondition Running { get; init; } = new();

    /// <summary>When a channel's messages are tried again.</summary>
    public RetrySchedule RetriesOf(Channel channel) => ChannelRetries.GetValueOrDefault(channel, Retries);

    /// <summary>How long to leave a channel alone that says it is down: as it asks, within reason.</summary>
    public TimeSpan PauseOf(Channel channel, SendResult result)
    {
        TimeSpan longest = RetriesOf(channel).LongestDelay;
        TimeSpan asked = result.RetryAfter ?? ChannelPause;
        return asked < ShortestPause ? ShortestPause
            : asked > longest ? longest
            : asked;
    }

    /// <summary>How long to wait at the gate for what is missing: longer, the longer it has been missing.</summary>
    public TimeSpan PauseFor(DateTimeOffset? waitingSince, DateTimeOffset now)
    {
        TimeSpan waited = now - (waitingSince ?? now);
        return waited < DirectoryPause ? DirectoryPause
            : waited > Retries.LongestDelay ? Retries.LongestDelay
            : waited;
    }
}
