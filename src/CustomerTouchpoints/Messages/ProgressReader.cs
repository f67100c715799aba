using CustomerTouchpoints.Messages.Formatting;
using CustomerTouchpoints.Messages.Rendering;
using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Text;
using CustomerTouchpoints.Messages.Words;
using NodaTime;

namespace CustomerTouchpoints.Messages;

/// <summary>Says what a mail shows of its journey's line.</summary>
internal static class ProgressReader
{
    /// <summary>The steps with their names and dates; null when the mail shows none.</summary>
    public static MailProgress? Read(
        MessageTemplate template,
        MessageRequest request,
        MessageSetup setup,
        WordBook words,
        MessageFacts facts
    )
    {
        bool isShown = template.Head.Progress ?? (request.TellsStep && request.Category is not Category.Promotional);
        if (!isShown || request is not { Step: { } step, Steps: { } steps and > 1 and <= MailProgress.MostSteps })
        {
            return null;
        }

        // The states' own words are in the language of those who wrote the lifecycle; a mail is in one language.
        bool areOwnWords = words.Culture.TwoLetterISOLanguageName == setup.DefaultCulture.TwoLetterISOLanguageName;
        string[] names =
        [
            .. request
                .Line.Select(each => words.Step(request.Journey.Lifecycle, each.State) ?? (areOwnWords ? each.Says : null))
                .OfType<string>(),
        ];
        return names.Length == steps
            ? new MailProgress(step, steps, [.. names.Select(Sentence)], [.. request.Line.Select(each => DateOf(each, facts))])
            : new MailProgress(step, steps, [], []);
    }

    private static string Sentence(string words) =>
        TextSafety.OneLine(words) is { Length: > 0 } line ? string.Concat(char.ToUpperInvariant(line[0]).ToString(), line.AsSpan(1)) : "";

    private static string DateOf(LineProgress step, MessageFacts facts) =>
        step.ReachedAt is { } at ? DateStyles.Brief(Instant.FromDateTimeOffset(at).InZone(facts.Zone).Date, facts.Words.Culture) : "";
}
