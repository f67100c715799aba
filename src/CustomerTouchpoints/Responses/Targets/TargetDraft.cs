namespace CustomerTouchpoints.Responses.Targets;

/// <summary>A response target while it is being written.</summary>
internal sealed class TargetDraft(ResponseMetric metric, IReadOnlyList<State> states)
{
    public ResponseMetric Metric { get; } = metric;

    /// <summary>For the time in named states: those states.</summary>
    public IReadOnlyList<State> States { get; } = states;

    public string? Name { get; set; }

    public TimeSpan Within { get; set; }

    public BusinessCalendar Calendar { get; set; } = BusinessCalendar.AlwaysOpen;

    public IReadOnlyList<Channel> Channels { get; set; } = [];

    public IReadOnlyList<string> Priorities { get; set; } = [];

    public IReadOnlyList<string> Segments { get; set; } = [];

    public IReadOnlyList<string> Topics { get; set; } = [];

    /// <summary>The shares of the target at which it warns.</summary>
    public IReadOnlyList<double> Warnings { get; set; } = [];

    /// <summary>Whom the host's handler is to tell.</summary>
    public IReadOnlyList<string> EscalatesTo { get; set; } = [];

    public Reopening Reopening { get; set; }

    public Retargeting Retargeting { get; set; } = Retargeting.FromNow;

    public bool PausesWhileWaiting { get; set; }

    public bool BotsCount { get; set; }

    /// <summary>Whether the library sends the update itself.</summary>
    public bool Sends { get; set; }

    /// <summary>The name of its clock; targets of one name are tried in the order in which they are declared.</summary>
    public string Clock => Name ?? string.Join('-', States.Select(state => state.Name).Prepend(ClockNames.Of(Metric)));

    public bool IsUpdate => Metric is ResponseMetric.StatusUpdate or ResponseMetric.PausableUpdate;

    public bool IsAnswer => Metric is ResponseMetric.FirstAnswer or ResponseMetric.NextAnswer;
}
