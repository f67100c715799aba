namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

/// <summary>States for faulty lifecycles, and the assertion that a lifecycle has exactly the faults it should have.</summary>
internal static class Faulty
{
    public static readonly State A = new("a");
    public static readonly State B = new("b");
    public static readonly State C = new("c");
    public static readonly State Solved = new("solved", kind: StateKind.Solved);
    public static readonly State Final = new("final", kind: StateKind.Final);

    /// <summary>One fault and no other: what it is about, what is wrong, and what to do.</summary>
    public static void HasOneFault(Action<LifecycleBuilder> define, string subject, string problem, string remedy, int version = 1)
    {
        IReadOnlyList<Fault> faults = Written.Faults(define, version);
        Assert.That(faults, Has.Count.EqualTo(1), string.Join('\n', faults));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults[0].Place, Is.EqualTo($"order: {subject}"));
            Assert.That(faults[0].Problem, Is.EqualTo(problem));
            Assert.That(faults[0].Remedy, Does.Contain(remedy));
        }
    }

    public static void IsSound(Action<LifecycleBuilder> define, int version = 1) => Assert.That(Written.Faults(define, version), Is.Empty);

    /// <summary>A line of A, B and C on events of the same names.</summary>
    public static void LineOfThree(this LifecycleBuilder order) =>
        order.Line(A.ReachedBy("to-a"), B.ReachedBy("to-b"), C.ReachedBy("to-c"));
}
