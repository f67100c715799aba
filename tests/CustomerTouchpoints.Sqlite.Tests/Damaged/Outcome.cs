namespace CustomerTouchpoints.Sqlite.Tests.Damaged;

/// <summary>What came of a damaged file.</summary>
internal enum Outcome
{
    /// <summary>The store opened and held exactly what one of its commits left, and went on from there.</summary>
    Prefix,

    /// <summary>Opening it was refused.</summary>
    RefusedAtOpen,

    /// <summary>Reading it was refused.</summary>
    RefusedAtRead,

    /// <summary>Going on with it was refused.</summary>
    RefusedGoingOn,

    /// <summary>It answered what was never true, or failed in another way.</summary>
    Wrong,
}
