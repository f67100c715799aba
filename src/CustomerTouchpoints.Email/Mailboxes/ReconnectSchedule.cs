namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>
/// How long to leave alone a mailbox, or a mail, that has failed: a second, then twice as long each time, up to five minutes.
/// </summary>
/// <remarks>Pure.</remarks>
internal static class ReconnectSchedule
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static TimeSpan After(int failures) =>
        TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Clamp(failures - 1, 0, 20)));
}
