using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>Which added value a customer has seen, and which is on its way to them and counts as seen.</summary>
/// <param name="Blocks">What they have seen, by name.</param>
/// <param name="Recent">When they last saw any, oldest first.</param>
/// <param name="UnderWay">What is being sent.</param>
internal sealed record ValuesSeen(
    ImmutableArray<ValueSeen> Blocks,
    [property: JsonConverter(typeof(RecentInstantsJson))] ImmutableArray<DateTimeOffset> Recent,
    ImmutableArray<ValueUnderWay> UnderWay
)
{
    /// <summary>How many blocks and instants are kept: of blocks, those that were seen last.</summary>
    public const int Most = 64;

    public static ValuesSeen None { get; } = new([], [], []);

    [JsonIgnore]
    public bool IsNone => Blocks.IsEmpty && UnderWay.IsEmpty;

    /// <summary>How often they have seen a block, or are about to.</summary>
    public int TimesOf(string block) =>
        (Blocks.FirstOrDefault(seen => seen.Block == block)?.Times ?? 0) + UnderWay.Count(sent => sent.Block == block);

    /// <summary>How many blocks they have seen since an instant, or are about to see.</summary>
    public int After(DateTimeOffset instant) => Recent.Count(at => at > instant) + UnderWay.Length;

    /// <summary>With a block that is being sent.</summary>
    public ValuesSeen Send(ValueUnderWay sent) => this with { UnderWay = UnderWay.Remove(sent).Add(sent) };

    /// <summary>Without one that is not being sent any more.</summary>
    public ValuesSeen End(ValueUnderWay sent) => this with { UnderWay = UnderWay.Remove(sent) };

    /// <summary>With a block that was seen, or may have been. Whatever the order in which they come, the same is known.</summary>
    public ValuesSeen See(string block, DateTimeOffset at) => With([new ValueSeen(block, 1, at)], [at], []);

    /// <summary>With all of another's.</summary>
    public ValuesSeen With(ValuesSeen other) => With(other.Blocks, other.Recent, other.UnderWay);

    private ValuesSeen With(IEnumerable<ValueSeen> blocks, IEnumerable<DateTimeOffset> recent, IEnumerable<ValueUnderWay> underWay) =>
        new(
            [
                .. Blocks
                    .Concat(blocks)
                    .GroupBy(seen => seen.Block, StringComparer.Ordinal)
                    .Select(same => new ValueSeen(same.Key, same.Sum(seen => seen.Times), same.Max(seen => seen.LastAt)))
                    .OrderByDescending(seen => seen.LastAt)
                    .ThenBy(seen => seen.Block, StringComparer.Ordinal)
                    .Take(Most)
                    .OrderBy(seen => seen.Block, StringComparer.Ordinal),
            ],
            [.. Recent.Concat(recent).Order().TakeLast(Most)],
            [.. UnderWay.Concat(underWay).Distinct()]
        );
}
