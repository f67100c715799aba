namespace CustomerTouchpoints.Reasons;

/// <summary>What has happened to the store.</summary>
internal static class StoreReasons
{
    public static readonly ReasonKind WentBack = new(
        "store-went-back",
        "due {due:u}, and the store has forgotten what was sent until {until:u}: it may have been sent already"
    );

    public static readonly ReasonKind FileReplaced = new("store-file-replaced", "another file was put in the place of the store's");

    public static readonly ReasonKind FileGone = new("store-file-gone", "the store's file was deleted or moved away");

    public static readonly ReasonKind FileOverwritten = new("store-file-overwritten", "something was copied over the store's file");

    public static readonly ReasonKind LogGone = new("store-log-gone", "the log of the store's latest commits was deleted or moved away");

    public static readonly ReasonKind LogReplaced = new(
        "store-log-replaced",
        "another log was put in the place of that of the store's latest commits"
    );

    public static readonly ReasonKind Unavailable = new("store-unavailable", "the store does not answer");

    public static IReadOnlyList<ReasonKind> All => [WentBack, FileReplaced, FileGone, FileOverwritten, LogGone, LogReplaced, Unavailable];
}
