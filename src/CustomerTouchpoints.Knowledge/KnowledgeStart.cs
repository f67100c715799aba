using Microsoft.Extensions.Hosting;

namespace CustomerTouchpoints.Knowledge;

/// <summary>Makes the tables and publishes the host's files before the host runs.</summary>
internal sealed class KnowledgeStart(KnowledgeBase knowledge) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => knowledge.OpenAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
