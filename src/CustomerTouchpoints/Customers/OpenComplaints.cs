using System.Collections.Immutable;

namespace CustomerTouchpoints.Customers;

/// <summary>The complaints of a customer that are open, oldest first.</summary>
/// <param name="Journeys">The newest of them, should there be very many.</param>
internal sealed record OpenComplaints(ImmutableArray<JourneyId> Journeys)
{
    /// <summary>How many are kept: one is enough to hold back what would be out of place.</summary>
    private const int Most = 16;

    public static OpenComplaints None { get; } = new([]);

    public bool IsNone => Journeys.IsEmpty;

    public bool Has(JourneyId journey) => Journeys.Contains(journey);

    /// <summary>With one that is open from now on, or no longer is.</summary>
    public OpenComplaints With(JourneyId journey, bool isOpen)
    {
        ImmutableArray<JourneyId> others = Journeys.Remove(journey);
        return new OpenComplaints(
            !isOpen ? others
            : others.Length < Most ? others.Add(journey)
            : others.RemoveAt(0).Add(journey)
        );
    }

    /// <summary>With all of another's.</summary>
    public OpenComplaints UnitedWith(OpenComplaints other) => new([.. Journeys.Concat(other.Journeys).Distinct().TakeLast(Most)]);
}
