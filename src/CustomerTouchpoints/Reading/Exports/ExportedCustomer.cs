namespace CustomerTouchpoints.Reading.Exports;

/// <summary>Who a customer is to us.</summary>
/// <param name="Id">Their id.</param>
/// <param name="AlsoKnownAs">The ids of those who turned out to be them.</param>
/// <param name="ErasedAt">When they were erased; null when they were not.</param>
/// <param name="Directory">What the host's directory says of them now, with name and addresses; null when it says nothing.</param>
/// <param name="Traits">What is stored of what it said; null when it never did.</param>
internal sealed record ExportedCustomer(
    CustomerId Id,
    IReadOnlyList<CustomerId> AlsoKnownAs,
    DateTimeOffset? ErasedAt,
    ExportedProfile? Directory,
    TraitsView? Traits
);
