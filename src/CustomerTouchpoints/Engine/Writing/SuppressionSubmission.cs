using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// Something about addresses alone: they must not be written to, or may be again. Whoever says so waits until it is stored.
/// </summary>
/// <param name="addresses">The addresses.</param>
/// <param name="decide">What follows, and how much that is.</param>
/// <param name="now">When it came in.</param>
internal sealed class SuppressionSubmission(IReadOnlyList<AddressHash> addresses, Func<SuppressionWork, int> decide, DateTimeOffset now)
    : Submission(null, now)
{
    private readonly TaskCompletionSource<int> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Batch? batch;
    private int count;

    /// <summary>How much has changed.</summary>
    public Task<int> Result => result.Task;

    public override Task Done => result.Task;

    public override IEnumerable<AddressHash> Addresses => addresses;

    public override bool IsExclusive => true;

    /// <summary>An address must not be written to.</summary>
    /// <param name="row">What is said.</param>
    /// <param name="addresses">The address under every key that lives.</param>
    /// <param name="isSaidNow">Whether it comes after all that was said before.</param>
    /// <param name="now">When it came in.</param>
    public static SuppressionSubmission Of(SuppressionRow row, IReadOnlyList<AddressHash> addresses, bool isSaidNow, DateTimeOffset now) =>
        new(
            addresses,
            suppressions =>
            {
                suppressions.Suppress(row, isSaidNow);
                return 1;
            },
            now
        );

    public override bool TryEnter(Batch entered)
    {
        batch = entered;
        return true;
    }

    public override void Decide(CustomerWork customers) => count = decide(batch!.Suppressions);

    public override void Complete(bool hasWritten) => result.TrySetResult(count);

    public override void Fail(Exception exception) => result.TrySetException(exception);
}
