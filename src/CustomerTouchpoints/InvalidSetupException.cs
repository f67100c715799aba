namespace CustomerTouchpoints;

/// <summary>What a host has set up was refused at start-up; <see cref="Faults"/> lists every reason at once.</summary>
public sealed class InvalidSetupException : Exception
{
    /// <summary>Says that a setup is invalid.</summary>
    public InvalidSetupException()
        : this([]) { }

    /// <summary>Says what is wrong, in words.</summary>
    public InvalidSetupException(string message)
        : base(message) { }

    /// <summary>Says what is wrong, with the cause.</summary>
    public InvalidSetupException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Lists the faults, kind by kind.</summary>
    /// <param name="lifecycles">What is wrong with lifecycles, or with what their rules need.</param>
    /// <param name="templates">What is wrong with templates, with the brand and with the words of messages.</param>
    /// <param name="overrides">What is wrong with what operators have set beside the definitions.</param>
    /// <param name="registrations">What the host has not said, or has said wrong, in <c>AddCustomerTouchpoints</c>.</param>
    public InvalidSetupException(
        IReadOnlyList<Fault> lifecycles,
        IReadOnlyList<Fault>? templates = null,
        IReadOnlyList<Fault>? overrides = null,
        IReadOnlyList<Fault>? registrations = null
    )
        : base(
            Words(
                ("registrations", registrations ?? []),
                ("lifecycles", lifecycles),
                ("templates", templates ?? []),
                ("overrides", overrides ?? [])
            )
        )
    {
        LifecycleFaults = lifecycles;
        TemplateFaults = templates ?? [];
        OverrideFaults = overrides ?? [];
        RegistrationFaults = registrations ?? [];
    }

    /// <summary>Every fault that was found.</summary>
    public IReadOnlyList<Fault> Faults => [.. RegistrationFaults, .. LifecycleFaults, .. TemplateFaults, .. OverrideFaults];

    /// <summary>Those of lifecycles, and of what their rules need: templates that are missing, channels, handlers.</summary>
    public IReadOnlyList<Fault> LifecycleFaults { get; } = [];

    /// <summary>Those of templates, of the brand and of the words of messages.</summary>
    public IReadOnlyList<Fault> TemplateFaults { get; } = [];

    /// <summary>Those of what operators have set beside the definitions.</summary>
    public IReadOnlyList<Fault> OverrideFaults { get; } = [];

    /// <summary>
    /// Those of <c>AddCustomerTouchpoints</c>: no customers, no store, no lifecycle, no templates, options out of range.
    /// </summary>
    public IReadOnlyList<Fault> RegistrationFaults { get; } = [];

    private static string Words(params (string Things, IReadOnlyList<Fault> Faults)[] kinds)
    {
        (string Things, IReadOnlyList<Fault> Faults)[] faulty = [.. kinds.Where(kind => kind.Faults.Count > 0)];
        string counts = string.Join(
            ", ",
            faulty.Select(kind => $"the {kind.Things} have {kind.Faults.Count} {(kind.Faults.Count == 1 ? "fault" : "faults")}")
        );
        return faulty.Length == 0
            ? "The setup is invalid."
            : $"{char.ToUpperInvariant(counts[0])}{counts[1..]}:{Environment.NewLine}"
                + string.Join(Environment.NewLine, faulty.SelectMany(kind => kind.Faults));
    }
}
