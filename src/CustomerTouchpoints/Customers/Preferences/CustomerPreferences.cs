using System.Collections.Frozen;

namespace CustomerTouchpoints.Customers;

/// <summary>
/// How a customer would rather be told: what not, on which channels first, in which language, how often. It narrows what they are told, and
/// is never an agreement: what needs consent needs it all the same.
/// </summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record CustomerPreferences
{
    /// <summary>
    /// What they do not want; nothing by default. A message that may take several channels takes another. What can't be declined leaves all
    /// the same, by a channel that was declined only where there is no other.
    /// </summary>
    public IReadOnlyList<Decline> Declined { get; init; } = [];

    /// <summary>
    /// Which channels they like best, the best first: among those of a rule's <c>By</c>, these come before the others. None by default: the
    /// order of the rule.
    /// </summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>
    /// The language to write in, as a BCP 47 tag such as <c>fr</c>; it comes before <see cref="Customer.Culture"/>, whose region stays
    /// where it is of the same language. Null, the default, for that of the host's directory.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>How often they want promotional messages, all of them together. Default <see cref="Customers.Pace.AsTheyCome"/>.</summary>
    public Pace Pace { get; init; }

    /// <summary>How often they want messages of a promotional topic, by its name. As they come where it is not named.</summary>
    public IReadOnlyDictionary<string, Pace> Paces { get; init; } = FrozenDictionary<string, Pace>.Empty;
}
