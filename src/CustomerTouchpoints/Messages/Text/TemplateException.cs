namespace CustomerTouchpoints.Messages;

/// <summary>A template can't be compiled, or can't be rendered with a model.</summary>
/// <remarks>The message names template parts, value names and limits, never a customer's data: it is journaled and logged.</remarks>
public sealed class TemplateException : Exception
{
    /// <summary>Says nothing yet.</summary>
    public TemplateException() { }

    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What is wrong and the remedy, without personal data.</param>
    public TemplateException(string message)
        : base(message) { }

    /// <summary>Says what is wrong, and what caused it.</summary>
    /// <param name="message">What is wrong and the remedy, without personal data.</param>
    /// <param name="innerException">The engine's own exception; it may carry data.</param>
    public TemplateException(string message, Exception? innerException)
        : base(message, innerException) { }
}
