namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

/// <summary>A definition of a thousand states and rules is checked and made ready in about a thousand times the work of one.</summary>
public sealed class LargeLifecycleTests
{
    private static readonly Dictionary<string, Action<LifecycleBuilder, State[]>> Shapes = new()
    {
        ["a line"] = (order, states) => order.Line([.. states.Select((state, i) => state.ReachedBy($"step.{i}"))]),
        ["a chain of transitions"] = Chain,
        ["a chain in time"] = (order, states) =>
        {
            order.OpensWith("opened").GoTo(states[0]);
            for (int i = 1; i < states.Length; i++)
            {
                order.While(states[i - 1]).For(TimeSpan.FromHours(1)).GoTo(states[i]);
            }
        },
        ["half a line, and half beside it"] = (order, states) =>
        {
            int half = states.Length / 2;
            order.Line([.. states.Take(half).Select((state, i) => state.ReachedBy($"step.{i}"))]);
            for (int i = 0; i < half; i++)
            {
                order.While(states[i]).On($"aside.{i}").GoTo(states[half + i]);
                order.While(states[half + i]).On($"on.{i}").GoTo(states[(i + 1) % half]);
            }
        },
        ["a circle that is left and entered again"] = (order, states) =>
        {
            Chain(order, states);
            order.While(states[^1]).On("again").GoTo(states[0]);
            order.OnReentering(states[0]).Send("again");
            foreach (State state in states)
            {
                order.OnLeaving(state).Send($"left-{state}");
            }
        },
    };

    private static IEnumerable<string> Names => Shapes.Keys;

    [TestCaseSource(nameof(Names))]
    public void Four_times_the_states_are_about_four_times_the_work(string shape)
    {
        _ = WorkOf(shape, 30);
        double few = WorkOf(shape, 250);
        double many = WorkOf(shape, 1000);

        Assert.That(many / few, Is.LessThan(6), $"{few:n0} bytes for 250 states, {many:n0} for 1,000");
    }

    /// <summary>What is allocated on the way: it grows with the work, and the machine has no say in it.</summary>
    private static long WorkOf(string shape, int count)
    {
        State[] states = [.. Enumerable.Range(0, count).Select(i => new State($"state-{i}"))];
        var written = new Written(order =>
        {
            Shapes[shape](order, states);
            foreach (State state in states)
            {
                order.OnEntering(state).Send($"entered-{state}");
            }
        });
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = written.Compile();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Chain(LifecycleBuilder order, State[] states)
    {
        order.OpensWith("opened").GoTo(states[0]);
        for (int i = 1; i < states.Length; i++)
        {
            order.While(states[i - 1]).On($"next.{i}").GoTo(states[i]);
        }
    }
}
