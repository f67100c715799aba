using System.Net;

namespace CustomerTouchpoints.Http.Wires;

/// <summary>Which addresses may be connected to. Pure.</summary>
/// <param name="AllowsAll">Whether it is the host's own word where the other side is, so that any address may be.</param>
/// <param name="AllowsLoopback">Whether this machine may be.</param>
/// <param name="Allowed">Networks that may be although they are not public.</param>
internal sealed record DialRule(bool AllowsAll, bool AllowsLoopback, IReadOnlyList<IPNetwork> Allowed)
{
    public static DialRule Anywhere { get; } = new(AllowsAll: true, AllowsLoopback: true, []);

    /// <summary>The rule for endpoints that come from outside.</summary>
    /// <param name="allowsLoopback">Whether this machine may be one.</param>
    /// <param name="allowed">Networks that may be although they are not public, such as <c>10.20.0.0/16</c>.</param>
    public static DialRule Of(bool allowsLoopback, IEnumerable<string> allowed) =>
        new(AllowsAll: false, allowsLoopback, [.. allowed.Select(IPNetwork.Parse)]);

    /// <summary>Why an address must not be connected to; null if it may be.</summary>
    public string? Refusal(IPAddress address)
    {
        IPAddress plain = PublicAddress.Plain(address);
        return AllowsAll || (AllowsLoopback && IPAddress.IsLoopback(plain)) || Allowed.Any(network => network.Contains(plain)) ? null
            : PublicAddress.WhyNot(plain) is { } what ? $"The address of the endpoint is {what}; only public ones are connected to."
            : null;
    }
}
