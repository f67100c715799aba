using Microsoft.Extensions.Hosting;

namespace CustomerTouchpoints.Messages;

/// <summary>
/// Looks at the templates' files each second, in Development, so that the log speaks of an edit at once; a message looks for itself.
/// </summary>
internal sealed class TemplateWatching(TemplateCatalog catalog, TimeProvider time) : IHostedService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private ITimer? timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        timer = catalog.IsWatched ? time.CreateTimer(_ => catalog.Look(), null, Pause, Pause) : null;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => timer?.Dispose();
}
