using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>Reads touchpoints from the two tables that hold them: those of journeys, and those of customers.</summary>
internal static class TouchpointPages
{
    /// <summary>Reads a page: first those of journeys, then those of customers.</summary>
    public static async ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(
        this Readers readers,
        TouchpointQuery query,
        int limit,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<TouchpointRow> ofJourneys = query.After is { Customer: not null }
            ? []
            : await readers.ReadAsync(TouchpointTable.Page(query, limit), TouchpointTable.Row, cancellationToken).ConfigureAwait(false);
        if (ofJourneys.Count == limit || query.Journey is not null || query.Lifecycle is not null)
        {
            return ofJourneys;
        }

        IReadOnlyList<TouchpointRow> ofCustomers = await readers
            .ReadAsync(CustomerTouchpointTable.Page(query, limit - ofJourneys.Count), CustomerTouchpointTable.Row, cancellationToken)
            .ConfigureAwait(false);
        return ofJourneys.Count == 0 ? ofCustomers : [.. ofJourneys, .. ofCustomers];
    }

    public static async ValueTask<TouchpointRow?> FindTouchpointAsync(
        this Readers readers,
        TouchpointId id,
        CancellationToken cancellationToken
    ) =>
        (
            id.Customer is not null
                ? await readers
                    .ReadAsync(CustomerTouchpointTable.Found(id), CustomerTouchpointTable.Row, cancellationToken)
                    .ConfigureAwait(false)
                : await readers
                    .ReadAsync(TouchpointTable.Found(id), reader => TouchpointTable.Row(id, reader), cancellationToken)
                    .ConfigureAwait(false)
        ).SingleOrDefault();
}
