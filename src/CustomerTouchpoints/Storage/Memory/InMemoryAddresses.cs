using System.Collections.Immutable;
using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Storage.Memory;

/// <summary>The addresses that must not be written to, and the keys under which they are hashed. Immutable.</summary>
internal sealed record InMemoryAddresses
{
    public static InMemoryAddresses Empty { get; } = new();

    private ImmutableSortedDictionary<SuppressionPlace, SuppressionRow> Suppressions { get; init; } =
        ImmutableSortedDictionary.Create<SuppressionPlace, SuppressionRow>(Comparer<SuppressionPlace>.Create(SuppressionPlace.Compare));

    public ImmutableList<AddressKeyRow> Keys { get; private init; } = [];

    public InMemoryAddresses With(BatchWrites writes) =>
        writes.Suppressions.Count + writes.AddressKeys.Count == 0
            ? this
            : this with
            {
                Suppressions = Suppressions.SetItems(
                    writes.Suppressions.Select(row => KeyValuePair.Create(SuppressionPlace.Of(row.Address, row.Reason), Truncated(row)))
                ),
                Keys =
                [
                    .. Keys.Concat(
                            writes
                                .AddressKeys.Where(row => Keys.TrueForAll(known => known.Id != row.Id))
                                .Select(row => row with { MadeAt = Instants.Truncate(row.MadeAt) })
                        )
                        .OrderBy(row => row.MadeAt)
                        .ThenBy(row => row.Id, StringComparer.Ordinal),
                ],
            };

    /// <summary>What was ever said against addresses.</summary>
    public IReadOnlyList<SuppressionRow> Of(IReadOnlyCollection<AddressHash> addresses) =>
        Suppressions.IsEmpty
            ? []
            :
            [
                .. addresses.SelectMany(address =>
                    Enum.GetValues<SuppressionReason>()
                        .Select(reason => Suppressions.GetValueOrDefault(SuppressionPlace.Of(address, reason)))
                        .OfType<SuppressionRow>()
                ),
            ];

    public IReadOnlyList<SuppressionRow> Page(
        SuppressionQuery query,
        IReadOnlyCollection<AddressHash>? addresses,
        SuppressionPlace? after,
        int limit
    ) =>
        [
            .. Suppressions
                .SkipWhile(known => after is { } last && SuppressionPlace.Compare(known.Key, last) <= 0)
                .Select(known => known.Value)
                .Where(row =>
                    (query.Channel is not { } channel || row.Address.Channel == channel)
                    && (query.Reason is not { } reason || row.Reason == reason)
                    && (query.IncludeLifted || row.LiftedAt is null)
                    && (addresses is null || addresses.Contains(row.Address))
                )
                .Take(limit),
        ];

    private static SuppressionRow Truncated(SuppressionRow row) =>
        row with
        {
            Since = Instants.Truncate(row.Since),
            LiftedAt = row.LiftedAt is { } lifted ? Instants.Truncate(lifted) : null,
        };
}
