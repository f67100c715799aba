using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Engine.Health;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Engine.Sending;
using CustomerTouchpoints.Engine.Starting;
using CustomerTouchpoints.Engine.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>
/// Gives our own types, and nobody else's, a log: the host's where it has one, whenever it adds it, and none otherwise. An open
/// registration of <c>ILogger&lt;&gt;</c> would take the place of the host's own.
/// </summary>
internal static class HostLogging
{
    public static IServiceCollection AddLogs(this IServiceCollection services) =>
        services
            .AddLog<AddressKeys>()
            .AddLog<AdoptedOverrides>()
            .AddLog<AttemptRunner>()
            .AddLog<CachedDirectory>()
            .AddLog<EscalationRunner>()
            .AddLog<HealthWatch>()
            .AddLog<IntakeReader>()
            .AddLog<LookupRunner>()
            .AddLog<Notices>()
            .AddLog<Setbacks>()
            .AddLog<StartUpCheck>()
            .AddLog<StoredSwitches>()
            .AddLog<TouchpointsWorker>()
            .AddLog<UndeclaredEvents>()
            .AddLog<VersionLedger>()
            .AddLog<Writer>()
            .AddLog<WriterWatch>();

    public static IServiceCollection AddLog<TOurs>(this IServiceCollection services)
    {
        services.TryAddSingleton<ILogger<TOurs>>(provider => new Logger<TOurs>(
            provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance
        ));
        return services;
    }
}
