using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>
/// What a host must say and has not: each is a fault with the line to add. Stand-ins are registered in its place, so that the container
/// can be built, and is no riddle.
/// </summary>
internal static class MissingParts
{
    private const string Place = "AddCustomerTouchpoints";

    public static Fault Lifecycles { get; } =
        new(Place, "no lifecycle is registered", "add .AddLifecycle<OrderLifecycle>(), with your class that derives from Lifecycle");

    public static Fault Templates { get; } =
        new(
            Place,
            "no folder of templates is named",
            "add .AddTemplates(\"Messages\"), and copy that folder to the output: <Content Include=\"Messages/**\" "
                + "CopyToOutputDirectory=\"PreserveNewest\" />"
        );

    private static Fault Customers { get; } =
        new(Place, "nobody says where customers are found", "add .UseCustomers<ShopCustomers>(), with your ICustomerDirectory");

    private static Fault Store { get; } =
        new(
            Place,
            "no store is chosen",
            "add .UseSqlite(\"Data Source=touchpoints.db\") of CustomerTouchpoints.Sqlite, .UsePostgreSql(...) of "
                + "CustomerTouchpoints.PostgreSql, or .UseInMemoryStore() to try it out"
        );

    /// <summary>How to add a sender of a channel.</summary>
    public static string SenderOf(Channel channel) =>
        channel == Channel.Email
            ? "Add .AddEmailDropFolder(\"outbox\") to look at mails, or .AddSmtpEmail(smtp => smtp.Host = \"mail.example\") to send them, "
                + "both of CustomerTouchpoints.Email, or send by another channel"
            : $"Add one with .AddChannel<TSender>(\"{channel}\"), or send by another channel";

    /// <summary>Registers what throws its fault in place of what is not registered.</summary>
    public static void StandIn(IServiceCollection services)
    {
        services.TryAddSingleton<ICustomerDirectory>(_ => throw Missing(Customers));
        services.TryAddSingleton<ITouchpointStore>(_ => throw Missing(Store));
    }

    /// <summary>Refuses to go on where something is missing; says with it what else is wrong.</summary>
    /// <exception cref="InvalidSetupException">Something is missing.</exception>
    public static void Demand(IServiceProvider services)
    {
        Fault[] missing = [.. FaultOf<ICustomerDirectory>(services), .. FaultOf<ITouchpointStore>(services)];
        if (missing.Length > 0)
        {
            services.GetRequiredService<StartUpCheck>().Demand([.. missing, .. Options(services)]);
        }
    }

    private static InvalidSetupException Missing(Fault fault) => new([], registrations: [fault]);

    private static IReadOnlyList<Fault> FaultOf<TPart>(IServiceProvider services)
        where TPart : class
    {
        try
        {
            _ = services.GetService<TPart>();
            return [];
        }
        catch (InvalidSetupException missing)
        {
            return missing.RegistrationFaults;
        }
    }

    private static IEnumerable<Fault> Options(IServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<IOptions<TouchpointsOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures.Select(failure => new Fault(
                nameof(TouchpointsOptions),
                failure.TrimEnd('.'),
                "see docs/configuration.md for what it may be"
            ));
        }
    }
}
