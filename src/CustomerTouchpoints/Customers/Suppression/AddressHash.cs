namespace CustomerTouchpoints.Customers;

/// <summary>An address of a channel as a keyed hash: who has it can't tell the address, and finds it again where it is met.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Text">The id of the key, a dot, and the hash: 29 characters.</param>
/// <remarks>An immutable value. Infrastructure: for stores; may change until 1.0.</remarks>
public readonly record struct AddressHash(Channel Channel, string Text);
