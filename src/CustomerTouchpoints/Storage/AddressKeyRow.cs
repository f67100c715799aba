namespace CustomerTouchpoints.Storage;

/// <summary>A key under which addresses are hashed, made by a host that was given none.</summary>
/// <param name="Id">What it is called in the hashes; unique.</param>
/// <param name="Key">The key, in Base64.</param>
/// <param name="MadeAt">When it was made.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record AddressKeyRow(string Id, string Key, DateTimeOffset MadeAt);
