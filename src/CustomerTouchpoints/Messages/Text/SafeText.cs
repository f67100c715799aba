namespace CustomerTouchpoints.Messages;

/// <summary>Text that is already in the form the output needs, so that an engine writes it as it is.</summary>
/// <param name="Text">The text.</param>
/// <remarks>Immutable. Only helpers make it; data never becomes safe.</remarks>
public sealed record SafeText(string Text)
{
    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
