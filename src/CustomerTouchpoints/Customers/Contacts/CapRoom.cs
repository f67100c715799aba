namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>
/// How much room there is under each of a host's caps for a customer, at an instant: what was told within its span and what is on its way
/// take it up, and who waits ahead has the first claim to what is left.
/// </summary>
internal sealed class CapRoom
{
    private readonly IReadOnlyList<Cap> caps;
    private readonly DateTimeOffset now;
    private readonly ContactHistory contacts;
    private readonly CapQueue queue;
    private readonly int[] free;

    public CapRoom(IReadOnlyList<Cap> caps, ContactHistory contacts, CapQueue queue, DateTimeOffset now)
    {
        this.caps = caps;
        this.contacts = contacts;
        this.queue = queue;
        this.now = now;
        free = [.. caps.Select(cap => cap.AtMost - CountedBy(cap))];
    }

    /// <summary>Which cap keeps a message from leaving; null when there is room for it, and for all who wait ahead of it.</summary>
    /// <param name="message">The message, as it waits or would wait.</param>
    public Cap? Against(CapWaiter message)
    {
        int[] left = [.. free];
        foreach (CapWaiter ahead in queue.Waiting)
        {
            if (ahead >= message)
            {
                break;
            }

            if (ahead.Place.Until >= now)
            {
                TryTake(left, ahead.Place);
            }
        }

        return TryTake(left, message.Place);
    }

    /// <summary>Whether a cap has room left, if it were not for others who wait.</summary>
    public bool IsLeft(Cap cap) => free[Array.IndexOf([.. caps], cap)] > 0;

    /// <summary>
    /// When what was told leaves the span of a cap that has no room left; null where nobody knows, because something that takes up room is
    /// still on its way and may fail, or because there is some.
    /// </summary>
    public DateTimeOffset? RoomAt(Cap cap)
    {
        if (TakenUnder(cap) > 0)
        {
            return null;
        }

        DateTimeOffset[] told = [.. contacts.InstantsAfter(now - cap.Within, cap.Category, ChannelOf(cap), cap.Topic).Order()];
        int leaving = -free[Array.IndexOf([.. caps], cap)];
        return leaving >= 0 && leaving < told.Length ? told[leaving] + cap.Within : null;
    }

    private int CountedBy(Cap cap) => contacts.After(now - cap.Within, cap.Category, ChannelOf(cap), cap.Topic) + TakenUnder(cap);

    private int TakenUnder(Cap cap) => queue.Taken.Where(taken => Binds(cap, taken.Channel, taken.Topic)).Sum(taken => taken.Count);

    /// <summary>Takes room under every cap that binds a message, or under none where one of them has none.</summary>
    /// <returns>The cap that has none.</returns>
    private Cap? TryTake(int[] left, CapPlace place)
    {
        for (int i = 0; i < caps.Count; i++)
        {
            if (left[i] <= 0 && Binds(caps[i], place.Channel, place.Topic))
            {
                return caps[i];
            }
        }

        for (int i = 0; i < caps.Count; i++)
        {
            left[i] -= Binds(caps[i], place.Channel, place.Topic) ? 1 : 0;
        }

        return null;
    }

    private static bool Binds(Cap cap, Channel channel, string? topic) =>
        (cap.Channel is null || cap.Channel == channel.Name) && (cap.Topic is null || cap.Topic == topic);

    private static Channel? ChannelOf(Cap cap) => Channel.Named(cap.Channel);
}
