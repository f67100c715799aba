using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Messages.Words;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>
/// Messages in another language than their customers', because there is no template in theirs: each template and language is told once,
/// each message is counted. Thread-safe.
/// </summary>
internal sealed class OtherLanguages(ILogger logger)
{
    private readonly ToldOnce<(string Template, string Wanted)> told = new();

    /// <param name="template">The template.</param>
    /// <param name="wanted">The customer's culture.</param>
    /// <param name="written">The culture that the message is in; null when nobody said.</param>
    public void Note(string template, string wanted, string? written)
    {
        if (
            written is null
            || CultureChain.Find(wanted) is not { } own
            || own.TwoLetterISOLanguageName == CultureChain.Find(written)?.TwoLetterISOLanguageName
        )
        {
            return;
        }

        string language = own.TwoLetterISOLanguageName;
        Telemetry.OtherLanguage(template);
        if (told.IsDue((template, language)))
        {
            DispatchingLog.OtherLanguage(logger, template, language, written);
        }
    }
}
