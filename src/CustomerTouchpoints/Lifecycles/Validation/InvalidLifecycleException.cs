namespace CustomerTouchpoints.Lifecycles;

/// <summary>Lifecycles were refused at start-up; <see cref="Faults"/> lists every reason at once.</summary>
public sealed class InvalidLifecycleException : Exception
{
    /// <summary>Says that a lifecycle is invalid.</summary>
    public InvalidLifecycleException()
        : this([]) { }

    /// <summary>Says what is wrong, in words.</summary>
    public InvalidLifecycleException(string message)
        : base(message) { }

    /// <summary>Says what is wrong, with the cause.</summary>
    public InvalidLifecycleException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Lists the faults.</summary>
    public InvalidLifecycleException(IReadOnlyList<LifecycleFault> faults)
        : base($"The lifecycles have {faults.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, faults)}") =>
        Faults = faults;

    /// <summary>Every fault that was found.</summary>
    public IReadOnlyList<LifecycleFault> Faults { get; } = [];
}
