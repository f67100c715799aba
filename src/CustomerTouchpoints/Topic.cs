using System.Collections.Frozen;

namespace CustomerTouchpoints;

/// <summary>
/// What a kind of a host's messages is about, as customers may want or decline it: <c>newsletter</c>, <c>delivery-updates</c>. A host
/// declares each once with <c>AddTopic</c>, and its rules name it. Its <see cref="Category"/> says what may hold or drop its messages.
/// </summary>
/// <remarks>
/// Immutable; safe to share between threads. Keep it in a static field, and hand the same one to <c>AddTopic</c> and to rules. Its name is
/// stored: renaming it makes it a new topic.
/// </remarks>
public sealed record Topic
{
    /// <summary>Names a topic.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens, such as <c>newsletter</c>.</param>
    /// <param name="category">What may hold or drop its messages.</param>
    /// <exception cref="ArgumentException">The name is malformed, or there is no such category.</exception>
    public Topic(string name, Category category)
    {
        Name = Identifier.Name(name, "a topic's name");
        Category = Enum.IsDefined(category)
            ? category
            : throw new ArgumentOutOfRangeException(nameof(category), category, "Use Transactional, Service or Promotional.");
        MayBeDeclined = category == Category.Promotional;
    }

    /// <summary>What it is called in code and in the store.</summary>
    public string Name { get; }

    /// <summary>What may hold or drop its messages.</summary>
    public Category Category { get; }

    /// <summary>
    /// Whether customers may decline it. Promotional topics always may be, and transactional ones never. Service topics, which tell who
    /// waits where things stand, only where it is said here, or where <see cref="TouchpointsOptions.ServiceMayBeDeclined"/> is set: false
    /// by default.
    /// </summary>
    /// <exception cref="ArgumentException">It is said of a category that leaves no choice.</exception>
    public bool MayBeDeclined
    {
        get;
        init =>
            field =
                Category == Category.Transactional && value
                    ? throw new ArgumentException($"{Name} is transactional: customers can't decline what tells them of their own matter.")
                : Category == Category.Promotional && !value
                    ? throw new ArgumentException($"{Name} is promotional: customers may always decline what they did not ask for.")
                : value;
    }

    /// <summary>
    /// Whether only those are told who agreed to this very topic, see <see cref="Customers.ConsentRecord.Topic"/>. Default false: a service
    /// topic is told to all who have not declined it, a promotional one to all who agreed to promotional messages.
    /// </summary>
    /// <exception cref="ArgumentException">The topic is transactional.</exception>
    public bool OnlyOnRequest
    {
        get;
        init =>
            field =
                Category == Category.Transactional && value
                    ? throw new ArgumentException($"{Name} is transactional: customers are told of their own matter without asking for it.")
                    : value;
    }

    /// <summary>
    /// Whether its messages wait in quiet hours by whatever channel. Default false: promotional ones do all the same, and others by
    /// channels that ring.
    /// </summary>
    public bool HeldInQuietHours { get; init; }

    /// <summary>What people call it, by language: a BCP 47 tag such as <c>de</c> or <c>fr-CA</c>.</summary>
    public IReadOnlyDictionary<string, TopicWords> Words { get; init; } = FrozenDictionary<string, TopicWords>.Empty;

    /// <summary>
    /// What people call it in a language: in its own words, those of the language without a region, in English, or its name.
    /// </summary>
    /// <param name="culture">A BCP 47 tag, such as <c>fr-CA</c>.</param>
    public TopicWords WordsIn(string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        for (string tag = culture; tag.Length > 0; tag = tag.LastIndexOf('-') is var cut and > 0 ? tag[..cut] : "")
        {
            if (Words.TryGetValue(tag, out TopicWords? said))
            {
                return said;
            }
        }

        return Words.GetValueOrDefault("en") ?? new TopicWords(Name);
    }

    /// <summary>Whether another declares the same of one name; how people call it does not matter.</summary>
    internal bool Agrees(Topic other) =>
        (Name, Category, MayBeDeclined, OnlyOnRequest, HeldInQuietHours)
        == (other.Name, other.Category, other.MayBeDeclined, other.OnlyOnRequest, other.HeldInQuietHours);

    /// <summary>The topic's name.</summary>
    public override string ToString() => Name;
}
