using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>What the store itself adds to the health of a host.</summary>
internal static class StoreHealth
{
    /// <summary>That the store went back, as long as no operator has resumed what that holds.</summary>
    public static StoreSetback? Held(StoreSetback? setback, IReadOnlyList<SwitchRow> switches) =>
        switches.Any(row => row.Scope == SwitchScope.Restored.ToString() && !row.IsPaused) ? null : setback;

    /// <summary>Why a store can't be used.</summary>
    public static Reason ReasonOf(StoreUnavailableException exception) =>
        exception.Trouble switch
        {
            StoreTrouble.FileReplaced => StoreReasons.FileReplaced,
            StoreTrouble.FileGone => StoreReasons.FileGone,
            StoreTrouble.FileOverwritten => StoreReasons.FileOverwritten,
            StoreTrouble.LogGone => StoreReasons.LogGone,
            StoreTrouble.LogReplaced => StoreReasons.LogReplaced,
            _ => StoreReasons.Unavailable,
        };
}
