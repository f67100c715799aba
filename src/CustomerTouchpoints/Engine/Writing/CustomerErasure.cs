using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>A customer is erased: from this commit on no attempt to tell them anything begins, on any host.</summary>
internal sealed class CustomerErasure(CustomerId customer, string by, string words, DateTimeOffset now) : Submission(null, now)
{
    private readonly TaskCompletionSource<CustomerId> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CustomerId erased;

    /// <summary>Who was erased: the one that this one had turned out to be.</summary>
    public Task<CustomerId> Result => result.Task;

    protected override IEnumerable<CustomerId> Customers => [customer];

    public override Task Done => result.Task;

    public override void Decide(CustomerWork customers)
    {
        CustomerSnapshot known = customers.Resolve(customer);
        erased = known.Id;
        if (known.ErasedAt is null)
        {
            customers.Record(erased, "erased", IdentityReasons.ErasedBy.With(by, words), Now, new CustomerErased(Now));
        }
    }

    public override void Complete(bool hasWritten) => result.TrySetResult(erased);

    public override void Fail(Exception exception) => result.TrySetException(exception);
}
