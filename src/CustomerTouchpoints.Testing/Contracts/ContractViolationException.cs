namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>An implementation breaks a promise of its port; the message says which one and how.</summary>
public sealed class ContractViolationException : Exception
{
    /// <summary>A violation that says nothing more.</summary>
    public ContractViolationException() { }

    /// <summary>A violation.</summary>
    /// <param name="message">What was promised and what was found.</param>
    public ContractViolationException(string message)
        : base(message) { }

    /// <summary>A violation that another exception showed.</summary>
    /// <param name="message">What was promised and what was found.</param>
    /// <param name="innerException">The exception that showed it.</param>
    public ContractViolationException(string message, Exception innerException)
        : base(message, innerException) { }
}
