namespace CustomerTouchpoints.Testing.Tests;

public sealed class TouchpointsTestHostTests
{
    [Test]
    public async Task A_parcel_tells_its_story_in_virtual_time()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>();

        RaiseResult packed = await host.RaiseAsync("parcel/7", new ParcelPacked("a lamp"), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(3));
        RaiseResult shipped = await host.RaiseAsync("parcel/7", new ParcelShipped("DHL"));
        await host.AdvanceAsync(TimeSpan.FromDays(10));

        Assert.That(packed.Outcome, Is.EqualTo(RaiseOutcome.Moved));
        Assert.That(shipped.Reason.ToString(), Is.EqualTo("packed → shipped"));
        host.SentTo("ana").ShouldBe("parcel-packed", "parcel-waits", "parcel-shipped", "how-did-we-do");
    }

    [Test]
    public async Task What_should_have_been_told_and_was_not_is_named()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>();
        await host.RaiseAsync("parcel/7", new ParcelPacked("a lamp"), customer: "ana");

        var refusal = Assert.Throws<TouchpointAssertionException>(() => host.SentTo("ana").ShouldBe("parcel-shipped"));

        Assert.That(refusal.Message, Is.EqualTo("ana should have been told [parcel-shipped], and was told [parcel-packed]."));
    }

    [Event("parcel.packed")]
    public sealed record ParcelPacked(string What);

    [Event("parcel.shipped")]
    public sealed record ParcelShipped(string Carrier);

    public sealed class ParcelLifecycle() : Lifecycle("parcel", version: 1)
    {
        public static readonly State Packed = new("packed", says: "it is packed");
        public static readonly State Shipped = new("shipped", says: "it is on its way", StateKind.Solved);

        protected override void Define(LifecycleBuilder parcel)
        {
            parcel.Line(Packed.ReachedBy<ParcelPacked>(), Shipped.ReachedBy<ParcelShipped>());
            parcel.OnEntering(Packed).Send("parcel-packed");
            parcel.While(Packed).QuietFor(TimeSpan.FromDays(2)).Send("parcel-waits");
            parcel.OnEntering(Shipped).Send("parcel-shipped");
            parcel.OnEntering(Shipped).After(TimeSpan.FromDays(3)).Send("how-did-we-do").Afterwards();
        }
    }
}
