using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Messages;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>Messages that ask a survey, and have no link by which it can be answered.</summary>
internal static class MuteSurveys
{
    private const string Link = "feedbackLink";

    public static IEnumerable<Fault> FaultsIn(LifecycleDefinition definition, TemplateCatalog templates) =>
        definition
            .Rules.Where(rule => rule.Survey is not null && !templates.LinksIn(rule.Template).Contains(Link))
            .Select(rule => new Fault(
                $"{definition.Name}: rule {rule.Key}",
                $"it asks the survey {rule.Survey}, and its message {rule.Template} does not say where to answer",
                $"write {{{{ {Link} }}}} in {rule.Template}, or remove WithSurvey"
            ));
}
