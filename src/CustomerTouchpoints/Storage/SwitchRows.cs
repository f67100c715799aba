using CustomerTouchpoints.Operations;

namespace CustomerTouchpoints.Storage;

/// <summary>How the rows of switches become a board that decisions can ask.</summary>
internal static class SwitchRows
{
    public static Switchboard ToBoard(IReadOnlyList<SwitchRow> rows) =>
        rows.Count == 0 ? Switchboard.Open : new Switchboard(RevisionOf(rows), rows.Select(ToState));

    public static long RevisionOf(IReadOnlyList<SwitchRow> rows) => rows.Count == 0 ? 0 : rows.Max(row => row.Revision);

    public static Pause ToPause(SwitchRow row) => new(SwitchScope.Parse(row.Scope), row.ChangedAt, row.By, row.Reason);

    private static SwitchState ToState(SwitchRow row) =>
        new(SwitchScope.Parse(row.Scope), row.IsPaused ? ToPause(row) : null, row.IsPaused ? null : row.ChangedAt, row.DiscardedUntil);
}
