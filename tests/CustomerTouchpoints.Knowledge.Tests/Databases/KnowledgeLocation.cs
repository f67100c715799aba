using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CustomerTouchpoints.Knowledge.Tests.Databases;

/// <summary>A database of its own, and hosts on it. Disposing removes it.</summary>
internal sealed class KnowledgeLocation(Action<KnowledgeBuilder> use, Action remove) : IAsyncDisposable
{
    private readonly List<ServiceProvider> hosts = [];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Another host on the same database.</summary>
    public IKnowledge Connect(Action<KnowledgeBuilder>? configure = null)
    {
        ServiceProvider host = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints.AddKnowledge(knowledge =>
                {
                    use(knowledge);
                    configure?.Invoke(knowledge);
                })
            )
            .BuildServiceProvider();
        hosts.Add(host);
        return host.GetRequiredService<IKnowledge>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider host in hosts)
        {
            await host.DisposeAsync();
        }

        remove();
    }
}
