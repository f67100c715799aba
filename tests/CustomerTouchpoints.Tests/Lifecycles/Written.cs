using CustomerTouchpoints.Auditing;
using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Tests.Lifecycles;

/// <summary>A lifecycle written down by a test.</summary>
internal sealed class Written(Action<LifecycleBuilder> define) : Lifecycle("order", version: 1)
{
    public static LifecycleDefinition Definition(Action<LifecycleBuilder> define) => new Written(define).Compile();

    public static IReadOnlyList<LifecycleFault> Faults(Action<LifecycleBuilder> define) => new Written(define).Validate().Faults;

    protected override void Define(LifecycleBuilder lifecycle) => define(lifecycle);
}
