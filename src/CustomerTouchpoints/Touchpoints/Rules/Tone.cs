namespace CustomerTouchpoints.Touchpoints;

/// <summary>How a message sounds to who reads it.</summary>
public enum Tone
{
    /// <summary>It tells how things are. The default.</summary>
    Neutral,

    /// <summary>It tells what nobody likes to read: a delay, a refusal, an apology. It never carries added value.</summary>
    BadNews,
}
