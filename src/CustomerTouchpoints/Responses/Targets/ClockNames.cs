namespace CustomerTouchpoints.Responses.Targets;

/// <summary>How clocks are called where the definition does not name them.</summary>
internal static class ClockNames
{
    public static string Of(ResponseMetric metric) =>
        metric switch
        {
            ResponseMetric.FirstAnswer => "first-answer",
            ResponseMetric.NextAnswer => "next-answer",
            ResponseMetric.StatusUpdate => "status-update",
            ResponseMetric.PausableUpdate => "pausable-update",
            ResponseMetric.RequesterWait => "requester-wait",
            ResponseMetric.WorkTime => "work-time",
            _ => "resolution",
        };
}
