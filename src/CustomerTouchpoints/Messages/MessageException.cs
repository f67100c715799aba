namespace CustomerTouchpoints.Messages;

/// <summary>A message can't be composed, now or by trying again: a person has to look at the template or at the data.</summary>
/// <remarks>
/// The reason names templates, data names and limits; it never carries a customer's data, so it can be journaled and logged.
/// </remarks>
public sealed class MessageException : Exception
{
    /// <summary>Says why a template could not be made into a message.</summary>
    /// <param name="template">The template's name.</param>
    /// <param name="culture">The culture it was wanted in, as a BCP 47 tag.</param>
    /// <param name="reason">What is wrong and what to do about it, without personal data.</param>
    /// <param name="innerException">What caused it, if anything did. It may carry data: don't log it.</param>
    public MessageException(string template, string culture, string reason, Exception? innerException = null)
        : base($"The message \"{template}\" ({culture}) can't be composed: {reason}", innerException)
    {
        Template = template;
        Culture = culture;
        Reason = reason;
    }

    /// <summary>The template's name.</summary>
    public string Template { get; }

    /// <summary>The culture it was wanted in, as a BCP 47 tag.</summary>
    public string Culture { get; }

    /// <summary>What is wrong and what to do about it, without personal data.</summary>
    public string Reason { get; }
}
