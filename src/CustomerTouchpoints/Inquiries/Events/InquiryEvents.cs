namespace CustomerTouchpoints.Inquiries.Events;

/// <summary>The names of an inquiry's events, and of what they bring that lifecycles and templates look at. Names are stored.</summary>
internal static class InquiryEvents
{
    public const string Asked = "inquiry.asked";
    public const string Read = "inquiry.read";
    public const string Answered = "inquiry.answered";
    public const string Noted = "inquiry.noted";
    public const string HandedOver = "inquiry.handed-over";
    public const string AwaitsCustomer = "inquiry.awaits-customer";
    public const string CustomerWrote = "inquiry.customer-wrote";
    public const string MachineWrote = "inquiry.machine-wrote";
    public const string Resolved = "inquiry.resolved";
    public const string Reopened = "inquiry.reopened";
    public const string Closed = "inquiry.closed";
    public const string Linked = "inquiry.linked";
    public const string Classified = "inquiry.classified";

    /// <summary>More messages came than get an automatic reply.</summary>
    public const string HumanNeeded = "inquiry.human-needed";

    /// <summary>The public message that came last, by its event id. What answers must have seen it.</summary>
    public const string LastMessage = "lastMessage";

    /// <summary>What of ours had to see the last message, and was taken, by its event id.</summary>
    public const string Said = "said";

    /// <summary>Whether there were too many automatic replies, so that it waits for a human.</summary>
    public const string NeedsHuman = "needsHuman";
}
