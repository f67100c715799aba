using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>What a change of a touchpoint means for its customer's caps.</summary>
/// <param name="Customer">Whose they are.</param>
/// <param name="Before">Its place before.</param>
/// <param name="After">Its place afterwards.</param>
internal sealed record CapMove(CustomerId Customer, CapPlace? Before, CapPlace? After);
