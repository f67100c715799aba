using System.Data.Common;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.Contenders;

/// <summary>What a side has written, by meaning: both sides must come to the same.</summary>
internal sealed record DurableRows(IReadOnlyList<RowCount> Counts)
{
    /// <summary>Counts in a place: for each meaning, what follows FROM.</summary>
    public static async Task<DurableRows> InAsync(Place place, params IReadOnlyList<(string Meaning, string From)> queries)
    {
        await using DbConnection connection = await place.ConnectAsync();
        var counts = new List<RowCount>();
        foreach ((string meaning, string from) in queries)
        {
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {from}";
            counts.Add(new RowCount(meaning, (long)(await command.ExecuteScalarAsync())!));
        }

        return new DurableRows(counts);
    }

    public bool Equals(DurableRows? other) => other is not null && Counts.SequenceEqual(other.Counts);

    public override int GetHashCode() => Counts.Count;

    public override string ToString() => string.Join(", ", Counts.Select(count => $"{count.Count} {count.Meaning}"));
}
