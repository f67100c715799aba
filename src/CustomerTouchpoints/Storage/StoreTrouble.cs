namespace CustomerTouchpoints.Storage;

/// <summary>
/// What has happened to a store's file while a host had it open. The store takes nothing more until the host starts again.
/// </summary>
public enum StoreTrouble
{
    /// <summary>Another file was put in its place: a backup, most likely. What was opened has no name any more.</summary>
    FileReplaced,

    /// <summary>The file was deleted or moved away.</summary>
    FileGone,

    /// <summary>Another file, or nothing, was copied over its contents.</summary>
    FileOverwritten,

    /// <summary>The log of its latest commits was deleted or moved away.</summary>
    LogGone,

    /// <summary>Another log was put in the place of the one of its latest commits.</summary>
    LogReplaced,
}
