namespace CustomerTouchpoints;

/// <summary>Where a test build can be told to die: each name is written at its place. No other build knows them.</summary>
internal enum CrashPoint
{
    /// <summary>Submissions were taken, and the transaction has not begun.</summary>
    BeforeBegin,

    /// <summary>The transaction has begun, and the rows are loaded.</summary>
    AfterLoad,

    /// <summary>All is decided, and nothing written.</summary>
    BeforeCommit,

    /// <summary>All is written, and not committed.</summary>
    WithinCommit,

    /// <summary>The commit is on disk; nothing was handed over, and no caller has heard.</summary>
    AfterCommit,

    /// <summary>An attempt was taken up, and its message is not rendered.</summary>
    AfterClaim,

    /// <summary>The message is rendered, and the sender has not been called: it has not connected.</summary>
    BeforeSend,

    /// <summary>The channel has the message, and the attempt has not reported.</summary>
    AfterSend,

    /// <summary>The report of an attempt is decided, and not written.</summary>
    ReportBeforeCommit,

    /// <summary>The report of an attempt is on disk.</summary>
    ReportAfterCommit,

    /// <summary>A step of the migration was run, and is not noted; nothing of it is committed.</summary>
    WithinMigration,

    /// <summary>The store was opened under a new term, and what was under way is due.</summary>
    RecoveryOpened,

    /// <summary>An attempt of a dead host is decided to be unknown, and that is not written.</summary>
    RecoveryDecided,
}
