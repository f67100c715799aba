using CustomerTouchpoints.Customers.Suppression;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>How this host hashes addresses: known once it has started. Thread-safe.</summary>
internal sealed class AddressHashing
{
    private volatile AddressHasher? hasher;

    /// <exception cref="InvalidOperationException">The engine was not started.</exception>
    public AddressHasher Hasher =>
        hasher ?? throw new InvalidOperationException("The engine has to be started before addresses are hashed.");

    public void Use(AddressHasher started) => hasher = started;
}
