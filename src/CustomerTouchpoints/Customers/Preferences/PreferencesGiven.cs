using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers.Preferences;

/// <summary>How a customer would rather be told, as they said last.</summary>
/// <param name="At">When they said it.</param>
/// <param name="Declined">What they do not want, in its order, each once.</param>
/// <param name="Channels">Which channels they like best, the best first.</param>
/// <param name="Language">The language to write in; null where they said none.</param>
/// <param name="Paces">How often they want what, in the order of topics; those alone that are slower than as they come.</param>
internal sealed record PreferencesGiven(
    DateTimeOffset At,
    ImmutableArray<DeclineMark> Declined,
    ImmutableArray<Channel> Channels,
    string? Language,
    ImmutableArray<PaceMark> Paces
)
{
    public static PreferencesGiven None { get; } = new(default, [], [], null, []);

    /// <summary>Whether they ever said anything.</summary>
    [JsonIgnore]
    public bool IsNone => At == default;

    /// <summary>The caps of their own that follow from it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Cap> Caps => [.. Paces.Select(pace => pace.Cap).OfType<Cap>()];

    /// <summary>
    /// With what they said at another time: the later stands alone. What was said at one instant stands together, as for
    /// <see cref="UnitedWith"/>. Whatever the order in which it comes, the same stands afterwards.
    /// </summary>
    public PreferencesGiven With(PreferencesGiven said) =>
        said.At > At ? said
        : said.At < At ? this
        : UnitedWith(said);

    /// <summary>
    /// What stands for one customer who said two things under two ids: what they declined under either is declined, and the slower pace
    /// counts. Of channels and language the later is kept, where it was said.
    /// </summary>
    public PreferencesGiven UnitedWith(PreferencesGiven other)
    {
        (PreferencesGiven later, PreferencesGiven earlier) = At >= other.At ? (this, other) : (other, this);
        bool isTie = later.At == earlier.At;
        return new PreferencesGiven(
            later.At,
            [.. Declined.Concat(other.Declined).Distinct().Order()],
            later.Channels.IsEmpty || (isTie && ComesAfter(earlier.Channels, later.Channels)) ? earlier.Channels : later.Channels,
            later.Language is null || (isTie && string.CompareOrdinal(earlier.Language, later.Language) > 0)
                ? earlier.Language
                : later.Language,
            [
                .. Paces
                    .Concat(other.Paces)
                    .GroupBy(pace => pace.Topic)
                    .Select(of => of.MaxBy(pace => pace.Pace)!)
                    .OrderBy(pace => pace.Topic, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>What they said against messages by a channel; null where they said nothing.</summary>
    /// <param name="topic">What the messages are about; null for no topic.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="mayBeDeclined">Whether they may be declined: a channel was declined for those alone that may.</param>
    public DeclineMark? Against(string? topic, Channel channel, bool mayBeDeclined)
    {
        foreach (DeclineMark mark in Declined)
        {
            if ((mark.Topic is null ? mayBeDeclined : mark.Topic == topic) && (mark.Channel is null || mark.Channel == channel))
            {
                return mark;
            }
        }

        return null;
    }

    /// <summary>An instant, or the first after what was said, where that was recorded by a clock that is ahead.</summary>
    public DateTimeOffset After(DateTimeOffset instant) => At >= instant ? At + TimeSpan.FromMicroseconds(1) : instant;

    /// <summary>
    /// Channels of a route in the order in which the customer likes them: those they like, the others as they were, and last of all those
    /// that they declined.
    /// </summary>
    public IReadOnlyList<Channel> Ordered(IReadOnlyList<Channel> route) =>
        route.Count < 2 || (Channels.IsEmpty && Declined.IsEmpty)
            ? route
            : [.. Channels.Intersect(route).Union(route).OrderBy(channel => Declined.Contains(new DeclineMark(null, channel)))];

    public bool Equals(PreferencesGiven? other) =>
        other is not null
        && At == other.At
        && Language == other.Language
        && Declined.SequenceEqual(other.Declined)
        && Channels.SequenceEqual(other.Channels)
        && Paces.SequenceEqual(other.Paces);

    public override int GetHashCode() => HashCode.Combine(At, Language, Declined.Length, Channels.Length, Paces.Length);

    private static bool ComesAfter(ImmutableArray<Channel> one, ImmutableArray<Channel> other) =>
        string.CompareOrdinal(string.Join(',', one), string.Join(',', other)) > 0;
}
