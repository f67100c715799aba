using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Feedback;

/// <summary>The surveys of a host, and which of its messages ask them.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SurveyBook(IEnumerable<Survey> surveys, LifecycleRegistry lifecycles, TemplateCatalog templates)
{
    private const string Link = "feedbackLink";

    public IReadOnlyList<Survey> All { get; } = [.. surveys.DistinctBy(survey => survey.Name)];

    /// <summary>The survey that a link names; the first one that is declared where it names none.</summary>
    public Survey? Of(string? name) => name is null ? All[0] : Find(name);

    /// <summary>The survey of a name; null where none is declared.</summary>
    public Survey? Find(string name) => All.FirstOrDefault(survey => survey.Name == name);

    /// <summary>
    /// The rules whose messages ask a survey: those that say so; and, for the first survey, those whose messages have the link without.
    /// </summary>
    public IEnumerable<(string Lifecycle, string Rule)> RulesThatAsk(Survey survey) =>
        lifecycles
            .All.SelectMany(definition =>
                definition
                    .Rules.Where(rule => Asks(rule, survey))
                    .SelectMany(rule => rule.Keys, (_, key) => (Lifecycle: definition.Name, Rule: key))
            )
            .Distinct();

    private bool Asks(TouchpointRule rule, Survey survey) =>
        rule.Survey is { } named ? named == survey.Name : survey == All[0] && templates.LinksIn(rule.Template).Contains(Link);
}
