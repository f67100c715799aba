namespace CustomerTouchpoints;

/// <summary>
/// More has been raised than the store can commit for now, and the bound on what waits is reached. Nothing of this event was taken in:
/// raise it again later, under the same id.
/// </summary>
/// <remarks>See <see cref="TouchpointsOptions.MaxPendingBytes"/> and <see cref="TouchpointsOptions.WhenBusy"/>.</remarks>
public sealed class TouchpointsBusyException : Exception
{
    /// <summary>Says that too much waits.</summary>
    public TouchpointsBusyException()
        : this("Too much waits to be committed. Raise the event again later, under the same id.") { }

    /// <summary>Says what waits, and the remedy.</summary>
    public TouchpointsBusyException(string message)
        : base(message) { }

    /// <summary>Says what waits, and the remedy, with the cause.</summary>
    public TouchpointsBusyException(string message, Exception? innerException)
        : base(message, innerException) { }
}
