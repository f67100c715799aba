namespace CustomerTouchpoints.Responses;

/// <summary>Who speaks in a conversation.</summary>
public enum Author
{
    /// <summary>The customer: what they say waits for an answer, and never answers anything.</summary>
    Customer,

    /// <summary>
    /// A human on our side. Only a human's public answer meets an answer target, unless the target says <c>BotsCount</c>.
    /// </summary>
    Human,

    /// <summary>A bot that answers what was asked.</summary>
    Bot,

    /// <summary>Something that answers anybody alike, such as "we have got your message". It never meets an answer target.</summary>
    Automatic,
}
