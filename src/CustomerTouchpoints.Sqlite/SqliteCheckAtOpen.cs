namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// When opening the store checks its whole file for damage. Rows are checked whenever they are read, whatever is chosen here.
/// </summary>
public enum SqliteCheckAtOpen
{
    /// <summary>
    /// When the file is not as the last owner left it: after a crash, after a backup was put in its place, or after anybody else has
    /// written to it. A start after a clean stop then costs the same however much history the file holds.
    /// </summary>
    WhenChanged,

    /// <summary>Each time.</summary>
    Always,

    /// <summary>Never. Look for damage now and then with <see cref="SqliteStoreInspection"/>.</summary>
    Never,
}
