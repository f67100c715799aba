using CustomerTouchpoints.Load.ByHand;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.Works;

/// <summary>The works, by the names that the command line knows.</summary>
internal static class WorkList
{
    public const string Orders = "orders";
    private const string Questions = "questions";
    private const string Due = "due";
    private const string Beside = "neighbour";
    private const string Quartz = "quartz";
    private const string QuartzDue = "quartz-due";

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> Names { get; } = [Orders, Questions, Due, Beside, Quartz, QuartzDue];

    /// <summary>The works that were asked for, as far as the store has them.</summary>
    public static IEnumerable<IWork> Of(Store store, OrderMail mail, LoadOptions options) =>
        options.Works.Select(name => Made(name, store, mail, options)).OfType<IWork>();

    private static IWork? Made(string name, Store store, OrderMail mail, LoadOptions options) =>
        name switch
        {
            Orders => new Orders(store, mail, options),
            Questions => new Inquiries(store, options),
            Due => new DueAtOnce(store, options),
            Beside => new Neighbour(store, options),
            Quartz when store is PostgreSqlStore => new ScheduleAndCancel(store, options),
            QuartzDue when store is PostgreSqlStore => new DueAtOnceInQuartz(store, options),
            _ => null,
        };
}
