using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine;

/// <summary>What the store itself adds to the health of a host.</summary>
internal static class StoreHealth
{
    private const string ReasonKey = "reason";

    /// <summary>The health of a host whose store can't be used.</summary>
    public static HealthCheckResult Of(StoreUnavailableException exception)
    {
        Reason reason = ReasonOf(exception.Trouble);
        return HealthCheckResult.Unhealthy(
            $"{reason}: {exception.Message}",
            exception,
            new Dictionary<string, object> { [ReasonKey] = reason.Code }
        );
    }

    /// <summary>That the store went back, as long as no operator has resumed what that holds.</summary>
    public static StoreSetback? Held(StoreSetback? setback, IReadOnlyList<SwitchRow> switches) =>
        switches.Any(row => row.Scope == SwitchScope.Restored.ToString() && !row.IsPaused) ? null : setback;

    /// <summary>Adds from when to when the store went back, if it did.</summary>
    public static void Add(Dictionary<string, object> data, StoreSetback? setback)
    {
        if (setback is { } back)
        {
            data[ReasonKey] = StoreReasons.WentBack.Code;
            data["went_back_from"] = back.Until;
            data["went_back_to"] = back.From is { } from ? from : "the beginning";
        }
    }

    private static Reason ReasonOf(StoreTrouble? trouble) =>
        trouble switch
        {
            StoreTrouble.FileReplaced => StoreReasons.FileReplaced,
            StoreTrouble.FileGone => StoreReasons.FileGone,
            StoreTrouble.FileOverwritten => StoreReasons.FileOverwritten,
            StoreTrouble.LogGone => StoreReasons.LogGone,
            StoreTrouble.LogReplaced => StoreReasons.LogReplaced,
            _ => StoreReasons.Unavailable,
        };
}
