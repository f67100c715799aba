namespace CustomerTouchpoints.Inbox;

/// <summary>Which messages of an inbox to read.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record InboxQuery
{
    /// <summary>How many messages a page has at most: from 1 to 100. Default 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public int Limit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    } = 20;

    /// <summary>Whether those that were read are left out. Default false.</summary>
    public bool UnreadOnly { get; init; }

    /// <summary>The <see cref="InboxPage.Next"/> of the page before; null, the default, for the first page.</summary>
    public string? After { get; init; }
}
