using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Tests.Lifecycles;

/// <summary>A lifecycle written down by a test.</summary>
internal sealed class Written(Action<LifecycleBuilder> define, int version = 1) : Lifecycle("order", version)
{
    public static LifecycleDefinition Definition(Action<LifecycleBuilder> define, int version = 1) =>
        new Written(define, version).Compile();

    public static IReadOnlyList<Fault> Faults(Action<LifecycleBuilder> define, int version = 1) =>
        new Written(define, version).Validate().Faults;

    protected override void Define(LifecycleBuilder lifecycle) => define(lifecycle);
}
