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
        foreach (TouchpointNotice notice in notices)
        {
            if (notice.Touchpoint is { Rule: ECardLifecycle.CardRule } card && card.Journey.Lifecycle == ECardLifecycle.LifecycleName)
            {
                string? fact = notice.Kind switch
                {
                    NoticeKind.Sent => CardLeft.Name,
                    NoticeKind.Failed => CardFailed.Name,
                    _ => null,
                };
                if (fact is not null)
                {
                    await touchpoints
                        .RaiseAsync(
                            new IncomingEvent
                            {
                                Journey = card.Journey,
                                Name = fact,
                                Id = $"{card}:{fact}",
                                OccurredAt = notice.At,
                                Data = DataOf(fact, notice.At),
                            },
                            cancellationToken
                        )
                        .ConfigureAwait(false);
                }
            }
        }
    }

    private static JsonElement DataOf(string fact, DateTimeOffset at) =>
        JsonSerializer.SerializeToElement(fact == CardLeft.Name ? new Dictionary<string, DateTimeOffset> { ["leftAt"] = at } : []);
}
