using System.Text.Json;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>Data that no text can carry is refused at the one door of both ways in.</summary>
public sealed class EventDataTests
{
    [TestCase("""{"a":"\ud83d"}""")]
    [TestCase("""{"a":"\uDC4B"}""")]
    [TestCase("""{"a":"\ud83dx"}""")]
    [TestCase("""{"a":"\ud83d\n"}""")]
    [TestCase("""{"a":"\ud83d\ud83d\udc4b"}""")]
    [TestCase("""{"a":["x",{"b":"\ud83d\u0041"}]}""")]
    [TestCase("""{"\ud83d":1}""")]
    [TestCase("""{"a":"\\\ud83d"}""")]
    public async Task Half_a_surrogate_pair_is_refused_with_the_remedy(string data)
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        IncomingEvent fact = Fact("order.placed", "1", customer: "ana", data: data);
        Assert.That(
            () => host.Touchpoints.RaiseAsync(fact),
            Throws.ArgumentException.With.Message.Contains("The data of order.placed has half a surrogate pair")
        );
        Assert.That(
            () => host.Touchpoints.EnlistAsync(fact, null!),
            Throws.ArgumentException.With.Message.Contains("replace it with U+FFFD")
        );
    }

    [TestCase("""{"a":"\ud83d\udc4b"}""")]
    [TestCase("""{"a":"\\ud83d"}""")]
    [TestCase("""{"a":"👋 \u00e9 \\"}""")]
    public async Task What_only_looks_like_it_is_taken(string data)
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        RaiseResult result = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana", data: data));
        Assert.That(result.Outcome, Is.EqualTo(RaiseOutcome.Moved));
    }

    [Test]
    public async Task Data_that_is_no_UTF_8_is_refused_with_the_remedy()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        using var document = JsonDocument.Parse((byte[])[.. """{"a":"""u8, (byte)'"', 0xff, 0xfe, (byte)'"', (byte)'}']);
        IncomingEvent fact = Fact("order.placed", "1", customer: "ana") with { Data = document.RootElement };
        Assert.That(() => host.Touchpoints.RaiseAsync(fact), Throws.ArgumentException.With.Message.Contains("is not UTF-8"));
    }
}
