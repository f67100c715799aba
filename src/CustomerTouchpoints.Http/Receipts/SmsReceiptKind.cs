namespace CustomerTouchpoints.Http.Receipts;

/// <summary>What a gateway reports of a text message that it took.</summary>
public enum SmsReceiptKind
{
    /// <summary>It is on its way, or waits: nothing is known yet.</summary>
    OnItsWay,

    /// <summary>The phone has it.</summary>
    Delivered,

    /// <summary>The customer has read it.</summary>
    Read,

    /// <summary>It did not arrive this time: the phone was off, the network refused it. Another message may arrive.</summary>
    NotDelivered,

    /// <summary>No message will arrive at this number: it does not exist, takes none, or does not want ours.</summary>
    NumberUnusable,
}
