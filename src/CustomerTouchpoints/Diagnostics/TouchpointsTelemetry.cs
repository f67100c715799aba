namespace CustomerTouchpoints.Diagnostics;

/// <summary>
/// The names under which a host subscribes to what the library measures, such as
/// <c>AddMeter(TouchpointsTelemetry.MeterName)</c> and <c>AddSource(TouchpointsTelemetry.ActivitySourceName)</c> of OpenTelemetry.
/// </summary>
/// <remarks>
/// Instruments: <c>touchpoints.decisions</c> (journal entries, by <c>lifecycle</c>, <c>kind</c> and <c>outcome</c>),
/// <c>touchpoints.commit.size</c> (how many submissions shared a commit), <c>touchpoints.commit.duration</c> (seconds from loading to
/// committed), <c>touchpoints.observers.dropped</c> (notices that observers were too slow for). Activities: <c>touchpoints.commit</c> and
/// <c>touchpoints.send</c>. No tag has an id, a name or an address of a person.
/// </remarks>
public static class TouchpointsTelemetry
{
    /// <summary>The meter: <c>CustomerTouchpoints</c>.</summary>
    public const string MeterName = "CustomerTouchpoints";

    /// <summary>The activity source: <c>CustomerTouchpoints</c>.</summary>
    public const string ActivitySourceName = "CustomerTouchpoints";
}
