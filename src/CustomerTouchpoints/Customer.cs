using System.Collections.Frozen;

namespace CustomerTouchpoints;

/// <summary>Who is told, as the host's own records describe them at this moment.</summary>
/// <remarks>
/// Immutable; safe to share between threads. Name and addresses are used for one message and never stored; culture, zone, segments and
/// attributes are kept as the last known traits, so that decisions can go on while the host's directory is down.
/// </remarks>
public sealed record Customer
{
    /// <summary>The host's id of the customer.</summary>
    public required CustomerId Id { get; init; }

    /// <summary>How the customer is called in a message. Null leaves the salutation to the template.</summary>
    public string? Name { get; init; }

    /// <summary>The language and region to write in, as a BCP 47 tag such as <c>fr-CA</c>. Default <c>en</c>.</summary>
    public string Culture { get; init; } = "en";

    /// <summary>The time zone: its IANA name, such as <c>Europe/Rome</c>, or that of Windows. Null when it is not known.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where the customer can be reached, by channel. A channel that is missing here can't reach them.</summary>
    /// <exception cref="ArgumentException">One is of <c>default(Channel)</c>, which names none.</exception>
    public IReadOnlyDictionary<Channel, string> Addresses
    {
        get;
        init
        {
            foreach (Channel channel in value?.Keys ?? [])
            {
                Channel.Given(channel, nameof(Addresses));
            }

            field = value!;
        }
    } = FrozenDictionary<Channel, string>.Empty;

    /// <summary>The groups the customer belongs to, for conditions on rules.</summary>
    public IReadOnlySet<string> Segments { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Further facts about the customer, for conditions and templates.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>
    /// Whether the customer agreed to promotional messages. Default false; transactional and service messages do not ask it.
    /// </summary>
    public bool WantsPromotions { get; init; }
}
