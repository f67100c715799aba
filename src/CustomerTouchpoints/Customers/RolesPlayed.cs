using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers;

/// <summary>The roles that a customer plays: how many there are, and the newest of them.</summary>
/// <param name="Total">How many there are, those that were left out included.</param>
/// <param name="Newest">The newest, oldest first.</param>
internal sealed record RolesPlayed(long Total, ImmutableArray<RolePlayed> Newest)
{
    /// <summary>How many are kept: enough to see what else is going on for a customer. A store finds all of them by the parties.</summary>
    public const int Most = 16;

    public static RolesPlayed None { get; } = new(0, []);

    /// <summary>How many are not among the newest.</summary>
    [JsonIgnore]
    public long LeftOut => Total - Newest.Length;

    /// <summary>With another one. Whatever the order in which they come, the same ones are kept.</summary>
    public RolesPlayed With(RolePlayed role)
    {
        int at = Newest.Length;
        while (at > 0 && Newest[at - 1].CompareTo(role) > 0)
        {
            at--;
        }

        ImmutableArray<RolePlayed> newest = Newest.Insert(at, role);
        return new RolesPlayed(Total + 1, newest.Length > Most ? newest.RemoveAt(0) : newest);
    }
}
