using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>Everything that happened with one customer, and everything that was told, or was not.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Entries">What happened, oldest first.</param>
/// <param name="Touchpoints">Each touchpoint with where it stands and why, in the order they were planned.</param>
public sealed record Timeline(CustomerId Customer, IReadOnlyList<TimelineEntry> Entries, IReadOnlyList<TouchpointRow> Touchpoints);
