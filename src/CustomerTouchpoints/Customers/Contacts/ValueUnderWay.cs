namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>A block of added value in a message that is being sent.</summary>
internal sealed record ValueUnderWay(JourneyId Journey, long Order, string Block);
