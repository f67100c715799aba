using CustomerTouchpoints.Messages.Formatting;
using CustomerTouchpoints.Messages.Rendering;
using CustomerTouchpoints.Messages.Templates;
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
        IReadOnlyList<LineProgress> line = request.Line.Count == steps ? request.Line : [];
        string[] names = new string[line.Count];
        string[] dates = new string[line.Count];
        for (int i = 0; i < names.Length; i++)
        {
            if (words.Step(request.Journey.Lifecycle, line[i].State, areOwnWords ? line[i].Says : null) is not { } name)
            {
                return new MailProgress(step, steps, [], []);
            }

            names[i] = name;
            dates[i] = DateOf(line[i], facts);
        }

        return new MailProgress(step, steps, names, dates);
    }

    private static string DateOf(LineProgress step, MessageFacts facts) =>
        step.ReachedAt is { } at ? DateStyles.Brief(Instant.FromDateTimeOffset(at).InZone(facts.Zone).Date, facts.Words.Culture) : "";
}
