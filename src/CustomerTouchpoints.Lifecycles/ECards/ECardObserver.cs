using System.Text.Json;
using CustomerTouchpoints.Diagnostics;

namespace CustomerTouchpoints.Lifecycles.ECards;

/// <summary>Tells a card's journey what became of the message that carries it: it left, or it can't.</summary>
/// <remarks>
/// Called by one loop. What a crash leaves unheard is mended by what comes next: a card that is opened has left, and one that nobody has
/// heard of is given up in time.
/// </remarks>
internal sealed class ECardObserver(ICustomerTouchpoints touchpoints) : ITouchpointObserver
{
    public async Task ObserveAsync(IReadOnlyList<TouchpointNotice> notices, CancellationToken cancellationToken)
    {
        var faults = new List<Exception>();
        foreach (IncomingEvent fact in notices.Select(FactOf).OfType<IncomingEvent>())
        {
            try
            {
                await touchpoints.RaiseAsync(fact, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One card that can't be told of keeps none of the others from it; the library logs what an observer throws.
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }

    private static IncomingEvent? FactOf(TouchpointNotice notice) =>
        notice.Touchpoint is { Rule: ECardLifecycle.CardRule } card && card.Journey.Lifecycle == ECardLifecycle.LifecycleName
            ? notice.Kind switch
            {
                NoticeKind.Sent => Fact(card, CardLeft.Name, notice.At, $$"""{"leftAt":"{{notice.At:O}}"}"""),
                NoticeKind.Failed => Fact(card, CardFailed.Name, notice.At, "{}"),
                _ => null,
            }
            : null;

    private static IncomingEvent Fact(TouchpointId card, string name, DateTimeOffset at, string data) =>
        new()
        {
            Journey = card.Journey,
            Name = name,
            Id = $"{card}:{name}",
            OccurredAt = at,
            Data = JsonElement.Parse(data),
        };
}
