namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>One promise of a port, as a runnable case: feed it to any test framework.</summary>
/// <param name="Name">The promise, as a sentence.</param>
/// <param name="RunAsync">Checks it. Throws a <see cref="ContractViolationException"/> if it is not kept.</param>
public sealed record ContractCase(string Name, Func<Task> RunAsync)
{
    /// <summary>The promise, so that test frameworks show it.</summary>
    public override string ToString() => Name;
}
