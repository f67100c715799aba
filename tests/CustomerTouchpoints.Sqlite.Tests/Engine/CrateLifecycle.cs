namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>A lifecycle as it first was, and what became of it.</summary>
internal static class CrateLifecycle
{
    /// <summary>Version 1.</summary>
    public sealed class First() : Lifecycle("crate", version: 1)
    {
        private static readonly State Packed = new("packed");
        private static readonly State Weighed = new("weighed");
        private static readonly State Shipped = new("shipped");
        private static readonly State Held = new("held");
        private static readonly State Delivered = new("delivered", kind: StateKind.Solved);
        private static readonly State Lost = new("lost", kind: StateKind.Final);

        protected override void Define(LifecycleBuilder crate)
        {
            crate.Line(
                Packed.ReachedBy("packed"),
                Weighed.ReachedBy("weighed"),
                Shipped.ReachedBy("shipped"),
                Delivered.ReachedBy("delivered")
            );
            crate.WhileOpen().On("stopped").GoTo(Held);
            crate.WhileOpen().On("lost").GoTo(Lost);
            crate.While(Held).For(TimeSpan.FromDays(30)).GoTo(Lost);
            crate.OnEntering(Packed).Send("crate-packed");
            crate.OnEntering(Packed).After(TimeSpan.FromDays(5)).Send("crate-tips");
            crate.OnEntering(Weighed).After(TimeSpan.FromDays(5)).Send("crate-weight");
            crate.OnEntering(Shipped).Send("crate-shipped");
            crate.OnEntering(Delivered).Send("crate-delivered");
            crate.While(Packed).QuietFor(TimeSpan.FromDays(1)).Send("crate-waits").AtMost(3);
        }
    }

    /// <summary>Version 2: packed is called boxed, nobody weighs any more, and a superstate has come.</summary>
    public sealed class Second() : Lifecycle("crate", version: 2)
    {
        public static readonly State Inside = new("inside");
        public static readonly State Boxed = new("boxed", within: Inside);
        private static readonly State Shipped = new("shipped");
        private static readonly State Held = new("held");
        private static readonly State Delivered = new("delivered", kind: StateKind.Solved);
        private static readonly State Lost = new("lost", kind: StateKind.Final);

        protected override void Define(LifecycleBuilder crate)
        {
            WithoutMap(crate);
            crate
                .FromVersion(1)
                .State("packed", becomes: Boxed)
                .State("weighed", becomes: Shipped)
                .Rule("crate-waits", becomes: "crate-still-waits");
        }

        internal static void WithoutMap(LifecycleBuilder crate)
        {
            crate.Line(Boxed.ReachedBy("packed"), Shipped.ReachedBy("shipped"), Delivered.ReachedBy("delivered"));
            crate.WhileOpen().On("stopped").GoTo(Held);
            crate.WhileOpen().On("lost").GoTo(Lost);
            crate.While(Held).For(TimeSpan.FromDays(20)).GoTo(Lost);
            crate.OnEntering(Boxed).Send("crate-packed");
            crate.OnEntering(Boxed).After(TimeSpan.FromDays(5)).Send("crate-tips");
            crate.OnEntering(Shipped).Send("crate-shipped");
            crate.OnEntering(Delivered).Send("crate-delivered");
            crate.OnEntering(Lost).Send("crate-lost");
            crate.While(Boxed).QuietFor(TimeSpan.FromDays(1)).Send("crate-still-waits").AtMost(3);
            crate.While(Shipped).QuietFor(TimeSpan.FromDays(7)).Send("crate-on-its-way").AtMost(1);
        }
    }

    /// <summary>Version 2 by somebody who has forgotten the journeys that are under way.</summary>
    public sealed class Forgetful() : Lifecycle("crate", version: 2)
    {
        protected override void Define(LifecycleBuilder crate) => Second.WithoutMap(crate);
    }

    /// <summary>A version 1 that is not the one that was.</summary>
    public sealed class Disguised() : Lifecycle("crate", version: 1)
    {
        protected override void Define(LifecycleBuilder crate) => Second.WithoutMap(crate);
    }
}
