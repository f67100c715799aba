using CustomerTouchpoints.Engine.Writing;

namespace CustomerTouchpoints.Engine.Due;

/// <summary>The submissions that a page of the intake has come to.</summary>
/// <param name="Facts">Those of its rows that facts could be made of.</param>
/// <param name="HasSetAside">Whether others of its rows were set aside.</param>
internal sealed record IntakePage(IReadOnlyList<Submission.Raise> Facts, bool HasSetAside)
{
    public static IntakePage Empty { get; } = new([], false);

    /// <summary>Whether all of it was committed, or failed to be.</summary>
    public bool IsThrough => Facts.All(raise => raise.Done.IsCompleted);

    /// <summary>Waits until all of it was committed, or failed to be.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(Facts.Select(raise => raise.Done))
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
