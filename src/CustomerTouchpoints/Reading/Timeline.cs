namespace CustomerTouchpoints.Reading;

/// <summary>Everything that happened with one customer, and everything that was told, or was not.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
/// <param name="Customer">The customer.</param>
/// <param name="Entries">What happened, oldest first.</param>
/// <param name="Touchpoints">Each touchpoint with where it stands and why, in the order they were planned.</param>
public sealed record Timeline(CustomerId Customer, IReadOnlyList<JournalEntryView> Entries, IReadOnlyList<TouchpointView> Touchpoints);
