namespace CustomerTouchpoints.Storage;

/// <summary>A customer's role in a journey.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Role">The role; unique with the journey.</param>
/// <param name="Customer">Who plays it.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record PartyRow(JourneyId Journey, string Role, CustomerId Customer);
