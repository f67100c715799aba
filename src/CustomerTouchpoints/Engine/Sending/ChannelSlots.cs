namespace CustomerTouchpoints.Engine.Sending;

/// <summary>
/// The slots of one channel. So many messages may be claimed as it sends at once, and while more than that are wanted, as many more ahead
/// as begin without delay: a fast sender never waits for the next commit, and a slow one holds next to nothing that could still change.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ChannelSlots
{
    /// <summary>What begins within this time after its claim shows that more could be claimed ahead.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromMilliseconds(100);

    /// <summary>What begins only after this time was claimed too early.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private const int MostAhead = 512;

    private readonly Lock gate = new();
    private readonly int senders;
    private int room;
    private int taken;
    private bool isWanted;
    private DateTimeOffset downUntil;

    /// <param name="senders">How many messages the channel sends at once.</param>
    public ChannelSlots(int senders) => this.senders = room = senders;

    /// <summary>Takes a slot, unless all are taken.</summary>
    public bool TryTake()
    {
        lock (gate)
        {
            if (taken >= room)
            {
                isWanted = true;
                return false;
            }

            taken++;
            return true;
        }
    }

    /// <summary>Learns from how long a message waited between its claim and its attempt.</summary>
    public void Begun(TimeSpan waited)
    {
        lock (gate)
        {
            room =
                waited > Late ? Math.Max(senders, room / 2)
                : waited < Prompt && isWanted ? Math.Min(room + 1 + (room / 16), senders + MostAhead)
                : room;
        }
    }

    /// <summary>
    /// Gives a slot back. Returns true when somebody went away without one and half of them are free again: looking for what waits is
    /// worth it for several messages, not for each.
    /// </summary>
    public bool Release()
    {
        lock (gate)
        {
            taken--;
            if (!isWanted || taken * 2 > room)
            {
                return false;
            }

            isWanted = false;
            return true;
        }
    }

    /// <summary>Until when the channel is known to be down; null when it is not.</summary>
    public DateTimeOffset? DownUntil(DateTimeOffset now)
    {
        lock (gate)
        {
            return now < downUntil ? downUntil : null;
        }
    }

    /// <summary>Remembers that the channel is down until this instant.</summary>
    public void Close(DateTimeOffset until)
    {
        lock (gate)
        {
            downUntil = until;
        }
    }
}
