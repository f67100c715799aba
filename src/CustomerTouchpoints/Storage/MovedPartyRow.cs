namespace CustomerTouchpoints.Storage;

/// <summary>A customer's role in a journey is another customer's from now on.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Role">The role, which is filled.</param>
/// <param name="From">Who played it.</param>
/// <param name="Into">Who plays it.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record MovedPartyRow(JourneyId Journey, string Role, CustomerId From, CustomerId Into);
