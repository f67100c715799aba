namespace CustomerTouchpoints.Diagnostics;

/// <summary>
/// The names under which a host subscribes to what the library measures, such as
/// <c>AddMeter(TouchpointsTelemetry.MeterName)</c> and <c>AddSource(TouchpointsTelemetry.ActivitySourceName)</c> of OpenTelemetry.
/// </summary>
/// <remarks>
/// Instruments: counters of decisions, of what is held, dropped or misspelt; histograms of commits and of sending; queue lengths,
/// slots, the age of what is due and what waits for a person, read when a collector asks. Their names, units and tags are in
/// docs/operations.md. Activities: <c>touchpoints.commit</c> and
/// <c>touchpoints.send</c>. No tag has an id, a name or an address of a person.
/// </remarks>
public static class TouchpointsTelemetry
{
    /// <summary>The meter: <c>CustomerTouchpoints</c>.</summary>
    public const string MeterName = "CustomerTouchpoints";

    /// <summary>The activity source: <c>CustomerTouchpoints</c>.</summary>
    public const string ActivitySourceName = "CustomerTouchpoints";
}
