using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Segments;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints.AddedValues;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>What rules and caps name, and the host has not declared: topics, segments, surveys and added value.</summary>
internal sealed class UndeclaredParts(
    IEnumerable<Topic> topics,
    IEnumerable<Segment> segments,
    IEnumerable<Survey> surveys,
    IEnumerable<AddedValueBlock> values
)
{
    private const string Place = "AddCustomerTouchpoints";

    private readonly Topic[] topics = [.. topics];
    private readonly Segment[] segments = [.. segments];
    private readonly Survey[] surveys = [.. surveys];
    private readonly AddedValueBlock[] values = [.. values];

    /// <summary>All faults at once.</summary>
    public IEnumerable<Fault> FaultsIn(IEnumerable<LifecycleDefinition> definitions, IEnumerable<Cap> caps) =>
        [.. Twice(), .. caps.SelectMany(Of), .. values.SelectMany(Of), .. definitions.SelectMany(Of)];

    private IEnumerable<Fault> Twice() =>
        topics
            .GroupBy(topic => topic.Name, StringComparer.Ordinal)
            .Where(named => named.Any(topic => !topic.Agrees(named.First())))
            .Select(named => new Fault(Place, $"two topics are called {named.Key}", "Give one of them another name"))
            .Concat(Twice(segments.Select(segment => segment.Name), "segments"))
            .Concat(Twice(surveys.Select(survey => survey.Name), "surveys"))
            .Concat(Twice(values.Select(value => value.Name), "blocks of added value"));

    private static IEnumerable<Fault> Twice(IEnumerable<string> names, string what) =>
        names
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => new Fault(Place, $"two {what} are called {same.Key}", "Give one of them another name"));

    private IEnumerable<Fault> Of(Cap cap)
    {
        if (cap.Topic is { } name && topics.FirstOrDefault(topic => topic.Name == name) is not { Category: Category.Promotional })
        {
            yield return new Fault(
                "Caps",
                $"no promotional topic is called {name}",
                $"Declare it with AddTopic, or cap another; declared: {Names(topics)}"
            );
        }
    }

    private IEnumerable<Fault> Of(AddedValueBlock value)
    {
        string place = $"added value {value.Name}";
        if (value.Topic is { } topic && !topics.Any(topic.Agrees))
        {
            yield return new Fault(place, $"the topic {topic} is not declared so", $"Hand it to AddTopic; declared: {Names(topics)}");
        }

        foreach (Fault fault in UndeclaredIn(value.Segments, place))
        {
            yield return fault;
        }
    }

    private IEnumerable<Fault> Of(LifecycleDefinition definition)
    {
        foreach (TouchpointRule rule in definition.Rules)
        {
            string place = $"{definition.Name}: rule {rule.Key}";
            if (rule.Topic is { } topic && !topics.Any(topic.Agrees))
            {
                yield return topics.Any(other => other.Name == topic.Name)
                    ? new Fault(place, $"the topic {topic} is declared otherwise", "Hand the same Topic to AddTopic and to As")
                    : new Fault(place, $"the topic {topic} is not declared", $"Add .AddTopic(...); declared: {Names(topics)}");
            }

            if (rule.Survey is { } survey && surveys.All(declared => declared.Name != survey))
            {
                yield return new Fault(
                    place,
                    $"the survey {survey} is not declared",
                    $"Add .AddSurvey(new Survey(\"{survey}\", ...)); declared: {Names(surveys)}"
                );
            }

            foreach (string value in rule.AddedValue ?? [])
            {
                if (values.All(declared => declared.Name != value))
                {
                    yield return new Fault(
                        place,
                        $"the added value {value} is not declared",
                        $"Add .AddAddedValue(\"{value}\"); declared: {Names(values.Select(declared => declared.Name))}"
                    );
                }
            }

            foreach (Fault fault in UndeclaredIn(rule.Segments, place))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<Fault> UndeclaredIn(IEnumerable<SegmentCondition> conditions, string place) =>
        conditions
            .Select(condition => condition.Segment)
            .Where(named => segments.All(declared => declared.Name != named))
            .Select(named => new Fault(
                place,
                $"the segment {named} is not declared",
                $"Add .AddSegment(\"{named}\", ...); declared: {Names(segments.Select(declared => declared.Name))}"
            ));

    private static string Names(IEnumerable<object> names) => string.Join(", ", names.Distinct()) is { Length: > 0 } some ? some : "none";
}
