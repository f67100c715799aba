using CustomerTouchpoints.Engine.Writing;

namespace CustomerTouchpoints.Engine.Due;

/// <summary>The wake-ups that a page of what is due has come to.</summary>
internal sealed record DuePage(IReadOnlyList<Submission.Wake> Wakes)
{
    public static DuePage Empty { get; } = new([]);

    /// <summary>Whether more may be due.</summary>
    public bool IsFull => Wakes.Count == DueReader.PageSize;

    /// <summary>Whether all of it was committed, or failed to be.</summary>
    public bool IsThrough => Wakes.All(wake => wake.Done.IsCompleted);

    /// <summary>Waits until all of it was committed.</summary>
    /// <returns>Whether the commits have written anything.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(Wakes.Select(wake => wake.Result)).WaitAsync(cancellationToken).ConfigureAwait(false)).Contains(true);
}
