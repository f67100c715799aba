using CustomerTouchpoints.Load.ByHand;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.Works;

/// <summary>The works, by the names that the command line knows.</summary>
internal static class WorkList
{
    public const string Orders = "orders";

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> Names { get; } = [Orders];

    /// <summary>The works that were asked for, as far as the store has them.</summary>
    public static IEnumerable<IWork> Of(Store store, OrderMail mail, LoadOptions options)
    {
        foreach (string name in options.Works)
        {
            if (Made(name, store, mail, options) is { } work)
            {
                yield return work;
            }
        }
    }

    private static Orders? Made(string name, Store store, OrderMail mail, LoadOptions options) => name switch
    {
        Orders => new Orders(store, mail, options),
        _ => null,
    };
}
