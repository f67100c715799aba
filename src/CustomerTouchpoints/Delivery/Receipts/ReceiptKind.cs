using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Delivery;

/// <summary>What a provider reports of a message after it has accepted it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReceiptKind>))]
public enum ReceiptKind
{
    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It was opened, as far as can be told; programs open messages, too.</summary>
    Opened,

    /// <summary>A link in it was followed, as far as can be told.</summary>
    Clicked,

    /// <summary>It was read, where the channel says so, as chats do.</summary>
    Read,

    /// <summary>It came back, or is late, and the address may work again. Nothing follows from it.</summary>
    SoftBounced,

    /// <summary>It came back for good: the address does not work.</summary>
    HardBounced,

    /// <summary>Whoever got it complained of it, as by the button for spam.</summary>
    Complained,

    /// <summary>Whoever got it does not want more of it.</summary>
    Unsubscribed,
}
