using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Testing;

/// <summary>
/// A folder with a plain template for every rule of a lifecycle, for tests that are not about words. Where a rule speaks of the broken
/// promise of a clock, the first message promises its deadline; one that asks a survey has the link. Deleted when disposed.
/// </summary>
internal sealed class StubTemplates : IDisposable
{
    private const string AnyInstant = "2026-01-05T09:00:00Z";

    public StubTemplates(Lifecycle lifecycle)
    {
        Folder = System.IO.Directory.CreateTempSubdirectory("touchpoints-templates-").FullName;
        var draft = lifecycle.Draft();
        string? promising = draft.Rules.FirstOrDefault(rule => rule.Trigger != RuleTrigger.Broken && rule.Role is null)?.Template;
        string[] words =
        [
            .. draft
                .Rules.Where(rule => rule.Trigger == RuleTrigger.Broken)
                .SelectMany(rule => draft.Targets.Where(target => target.Clock == rule.Promise))
                .Select(target => DeadlineWords.WordOf(target.Metric))
                .OfType<string>()
                .Distinct(),
        ];
        foreach (string template in draft.Rules.Select(rule => rule.Template!).Distinct())
        {
            bool asks = draft.Rules.Any(rule => rule.Template == template && rule.Survey is not null);
            Write(template, template == promising ? words : [], asks ? " Answer: {{ feedbackLink }}" : "");
        }

        foreach (string digest in draft.Rules.Select(rule => rule.Digest).OfType<string>().Distinct())
        {
            WriteDigest(digest);
        }
    }

    public string Folder { get; }

    /// <summary>A digest tells of each item which rule it is of, and in which journey.</summary>
    private void WriteDigest(string digest) =>
        File.WriteAllText(
            Path.Combine(Folder, $"{digest}.md"),
            $$$"""
            ---
            subject: {{{digest}}}
            requires: [items]
            sample:
              items:
                - rule: sample
                  journey:
                    key: "1042"
            ---
            {{ for item in items }}{{ item.rule }} of {{ item.journey.key }}. {{ end }}

            """
        );

    public void Dispose() => System.IO.Directory.Delete(Folder, recursive: true);

    private void Write(string template, string[] deadlines, string more)
    {
        string sample = deadlines.Length == 0 ? "" : $"sample:\n{string.Concat(deadlines.Select(word => $"  {word}: {AnyInstant}\n"))}";
        string promises = string.Concat(deadlines.Select(word => $"{{{{ if {word} }}}} By {{{{ time {word} }}}}.{{{{ end }}}}"));
        File.WriteAllText(
            Path.Combine(Folder, $"{template}.md"),
            $"---\nsubject: {template}\n{sample}---\nThis is {template}.{promises}{more}\n"
        );
    }
}
