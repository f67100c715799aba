using System.Collections.Frozen;

namespace CustomerTouchpoints.Feedback;

/// <summary>
/// A question to customers about how it went. A host declares each with <c>AddSurvey</c>, and a rule whose message asks it names it with
/// <see cref="Touchpoints.TouchpointRuleBuilder.WithSurvey"/>: the rule says after what, and whom.
/// </summary>
/// <remarks>Immutable; safe to share between threads. Its name is stored: renaming it makes it a new survey.</remarks>
public sealed record Survey
{
    /// <summary>
    /// What the messages that ask are about: customers who decline this topic are not asked. A host that declares a topic of its own under
    /// this name replaces it: a promotional one, say, where the law sees surveys as advertising.
    /// </summary>
    public static readonly Topic Topic = new("feedback", Category.Service)
    {
        MayBeDeclined = true,
        Words = new Dictionary<string, TopicWords>
        {
            ["en"] = new("Questions about how it went", "At most now and then, after an order or a question."),
            ["de"] = new("Fragen, wie es war", "Höchstens ab und zu, nach einer Bestellung oder einer Frage."),
            ["fr"] = new("Questions sur votre expérience", "De temps en temps tout au plus, après une commande ou une question."),
            ["it"] = new("Domande su com’è andata", "Al massimo di tanto in tanto, dopo un ordine o una domanda."),
            ["es"] = new("Preguntas sobre su experiencia", "De vez en cuando como mucho, tras un pedido o una pregunta."),
        }.ToFrozenDictionary(),
    };

    /// <summary>Names a survey.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens, such as <c>delivery</c>.</param>
    /// <param name="kind">What it asks.</param>
    /// <exception cref="ArgumentException">The name is malformed, or there is no such kind.</exception>
    public Survey(string name, SurveyKind kind)
    {
        Name = Identifier.Name(name, "a survey's name");
        Kind = Enum.IsDefined(kind)
            ? kind
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Use Solved, Satisfaction or Recommendation.");
    }

    /// <summary>What it is called in code and in the store.</summary>
    public string Name { get; }

    /// <summary>What it asks.</summary>
    public SurveyKind Kind { get; }

    /// <summary>The question, by language: a BCP 47 tag such as <c>de</c>. Where there is none, the page asks as its kind does.</summary>
    public IReadOnlyDictionary<string, string> Questions { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The lowest answer.</summary>
    public int Lowest => Kind == SurveyKind.Satisfaction ? 1 : 0;

    /// <summary>The highest answer.</summary>
    public int Highest =>
        Kind switch
        {
            SurveyKind.Solved => 1,
            SurveyKind.Satisfaction => 5,
            _ => 10,
        };

    /// <summary>Whether an answer counts as favourable: yes; 4 or 5; 9 or 10.</summary>
    public bool IsFavourable(int answer) => answer >= (Kind == SurveyKind.Solved ? 1 : Highest - 1);

    /// <summary>Whether an answer counts as unfavourable: no; 1 or 2; 0 to 6.</summary>
    public bool IsUnfavourable(int answer) =>
        answer
        <= Kind switch
        {
            SurveyKind.Solved => 0,
            SurveyKind.Satisfaction => 2,
            _ => 6,
        };

    /// <summary>The question in a language; null where the host gave none for it.</summary>
    /// <param name="culture">A BCP 47 tag, such as <c>fr-CA</c>.</param>
    public string? QuestionIn(string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        for (string tag = culture; tag.Length > 0; tag = tag.LastIndexOf('-') is var cut and > 0 ? tag[..cut] : "")
        {
            if (Questions.TryGetValue(tag, out string? said))
            {
                return said;
            }
        }

        return null;
    }

    /// <summary>The survey's name.</summary>
    public override string ToString() => Name;
}
