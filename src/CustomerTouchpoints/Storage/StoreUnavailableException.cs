namespace CustomerTouchpoints.Storage;

/// <summary>
/// The store can't do its work now: owned by another process, full, damaged or out of reach. What it acknowledged before is safe.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Says that the store is unavailable.</summary>
    public StoreUnavailableException()
        : this("The store is unavailable.") { }

    /// <summary>Says why the store is unavailable, and the remedy.</summary>
    public StoreUnavailableException(string message)
        : base(message) { }

    /// <summary>Says why the store is unavailable, with the cause.</summary>
    public StoreUnavailableException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>Whether a commit was under way whose outcome nobody knows. False means: surely nothing was written.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>What has happened to the store's file while it was open; null when it is the file that was opened.</summary>
    public StoreTrouble? Trouble { get; init; }
}
