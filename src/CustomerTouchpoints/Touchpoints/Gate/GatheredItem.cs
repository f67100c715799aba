using System.Text.Json;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>A message that a digest would take, and what its template would see.</summary>
/// <param name="Journey">Its journey.</param>
/// <param name="Touchpoint">The message.</param>
/// <param name="Data">The data of its journey and of its event.</param>
/// <param name="StateWords">The public words of the state that its journey is in; null for none.</param>
/// <param name="Stands">Whether it stands when its matter is solved.</param>
internal sealed record GatheredItem(JourneyId Journey, OpenTouchpoint Touchpoint, JsonElement Data, string? StateWords, bool Stands)
    : IComparable<GatheredItem>
{
    /// <summary>In the order in which they came.</summary>
    public int CompareTo(GatheredItem? other) =>
        other is null ? 1
        : Touchpoint.Due != other.Touchpoint.Due ? Touchpoint.Due.CompareTo(other.Touchpoint.Due)
        : string.CompareOrdinal(Journey.ToString(), other.Journey.ToString()) is not 0 and var byJourney ? byJourney
        : Touchpoint.Order.CompareTo(other.Touchpoint.Order);

    public static bool operator <(GatheredItem left, GatheredItem right) => left.CompareTo(right) < 0;

    public static bool operator >(GatheredItem left, GatheredItem right) => left.CompareTo(right) > 0;

    public static bool operator <=(GatheredItem left, GatheredItem right) => left.CompareTo(right) <= 0;

    public static bool operator >=(GatheredItem left, GatheredItem right) => left.CompareTo(right) >= 0;

    /// <summary>A message of a journey, as a digest would take it.</summary>
    public static GatheredItem Of(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        JourneySnapshot journey = deliberation.Journey;
        return new GatheredItem(
            journey.Id,
            touchpoint,
            touchpoint.Data is { } own ? journey.Data.Merge(own, onlyMissing: false).Element : journey.Data.Element,
            journey.State is { } state ? deliberation.Definition.FindState(state)?.Says : null,
            journey.IsSolved || deliberation.Definition.FindRule(touchpoint.Rule) is { Afterwards: true }
        );
    }
}
