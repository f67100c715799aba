using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Diagrams;
using CustomerTouchpoints.Lifecycles.Validation;

namespace CustomerTouchpoints;

/// <summary>
/// A definition of what can happen to an order, a question, a return: states, events, transitions and the touchpoint rules that tell
/// customers about it. Derive from it, declare the states as static fields, and write the rest in <see cref="Define"/>.
/// </summary>
/// <remarks>
/// Immutable once constructed; safe to share between threads. Registered with <c>AddLifecycle</c> and checked as a whole at start-up.
/// </remarks>
[DynamicallyAccessedMembers(
    DynamicallyAccessedMemberTypes.PublicFields
        | DynamicallyAccessedMemberTypes.NonPublicFields
        | DynamicallyAccessedMemberTypes.PublicNestedTypes
        | DynamicallyAccessedMemberTypes.NonPublicNestedTypes
)]
public abstract class Lifecycle
{
    private const BindingFlags AllStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Names the lifecycle and its version.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens; journeys are called <c>name/key</c>.</param>
    /// <param name="version">From 1; raise it when journeys in flight must not follow the new definition.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The version is below 1.</exception>
    protected Lifecycle(string name, int version)
    {
        Name = Identifier.Name(name, "a lifecycle's name");
        if (version < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(version),
                version,
                $"The lifecycle {name} can't have version {version}: versions begin at 1."
            );
        }

        Version = version;
    }

    /// <summary>The lifecycle's name.</summary>
    public string Name { get; }

    /// <summary>The version of this definition.</summary>
    public int Version { get; }

    /// <summary>Checks a lifecycle without a host: every fault at once, each with its place and its remedy.</summary>
    /// <typeparam name="TLifecycle">The lifecycle to check.</typeparam>
    public static LifecycleReport Validate<TLifecycle>()
        where TLifecycle : Lifecycle, new() => New<TLifecycle>().Validate();

    /// <summary>Checks this lifecycle without a host: every fault at once, each with its place and its remedy.</summary>
    public LifecycleReport Validate() => LifecycleAudit.Check(Draft());

    /// <summary>Draws the lifecycle as a Mermaid state diagram: states, events, guards and touchpoints.</summary>
    /// <exception cref="InvalidSetupException">The lifecycle has faults.</exception>
    public string ToMermaid() => MermaidDiagram.Draw(Compile());

    /// <summary>Writes the lifecycle down. Called once, when the lifecycle is registered or checked.</summary>
    protected abstract void Define(LifecycleBuilder lifecycle);

    /// <summary>A lifecycle, or what its constructor has thrown, without what the runtime wraps around that.</summary>
    internal static TLifecycle New<TLifecycle>()
        where TLifecycle : Lifecycle, new() => Unwrapped(static () => new TLifecycle());

    /// <summary>The declarations, unchecked.</summary>
    internal LifecycleDraft Draft()
    {
        Type type = GetType();
        var draft = new LifecycleDraft(Name, Version)
        {
            DeclaredStates =
            [
                .. Unwrapped(() => type.GetFields(AllStatic).Select(field => field.GetValue(null)).OfType<State>().ToArray()),
            ],
            DeclaredEvents =
            [
                .. type.GetNestedTypes(AllStatic).Select(nested => nested.GetCustomAttribute<EventAttribute>()?.Name).OfType<string>(),
            ],
        };
        Define(new LifecycleBuilder(draft));
        return draft;
    }

    /// <summary>The checked definition.</summary>
    /// <exception cref="InvalidSetupException">The lifecycle has faults.</exception>
    internal LifecycleDefinition Compile()
    {
        LifecycleDraft draft = Draft();
        LifecycleReport report = LifecycleAudit.Check(draft);
        return report.IsValid ? new LifecycleDefinition(draft) : throw new InvalidSetupException(report.Faults);
    }

    /// <summary>What a function makes; what it throws is thrown without what reflection and static fields wrap around it.</summary>
    private static T Unwrapped<T>(Func<T> function)
    {
        try
        {
            return function();
        }
        catch (Exception wrapped) when (wrapped is TargetInvocationException or TypeInitializationException)
        {
            Exception cause = wrapped;
            while (cause is TargetInvocationException or TypeInitializationException && cause.InnerException is { } inner)
            {
                cause = inner;
            }

            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }
}
