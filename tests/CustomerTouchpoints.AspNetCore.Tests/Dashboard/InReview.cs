using CustomerTouchpoints.Diagnostics;

namespace CustomerTouchpoints.AspNetCore.Tests.Dashboard;

/// <summary>Waits until a message waits for a person.</summary>
internal sealed class InReview : ITouchpointObserver
{
    private readonly TaskCompletionSource<TouchpointId> waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TouchpointId> TouchpointAsync() => waits.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public Task ObserveAsync(IReadOnlyList<TouchpointNotice> notices, CancellationToken cancellationToken)
    {
        foreach (TouchpointNotice notice in notices)
        {
            if (notice is { Kind: NoticeKind.InReview, Touchpoint: { } touchpoint })
            {
                waits.TrySetResult(touchpoint);
            }
        }

        return Task.CompletedTask;
    }
}
