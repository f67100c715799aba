using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>Two customers turned out to be one: from this commit on the one is an alias of the other, on every host.</summary>
internal sealed class CustomerMerge(CustomerId from, CustomerId into, string by, DateTimeOffset now) : Submission(null, now)
{
    private readonly TaskCompletionSource<MergeResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MergeResult? answer;

    public Task<MergeResult> Result => result.Task;

    protected override IEnumerable<CustomerId> Customers => [from, into];

    public override Task Done => result.Task;

    public override void Decide(CustomerWork customers)
    {
        CustomerSnapshot one = customers.Customers[from];
        CustomerSnapshot other = customers.Resolve(into);
        CustomerSnapshot known = customers.Resolve(from);
        if (known.Id == other.Id)
        {
            // Also where the one who is to go on was merged into the other before: two hosts that merge crosswise agree.
            answer = Of(MergeOutcome.NoEffect, known.Id, IdentityReasons.MergedAlready.With(from.Value, into.Value));
        }
        else if (one.MergedInto is not null)
        {
            answer = Of(MergeOutcome.Conflict, known.Id, IdentityReasons.MergedElsewhere.With(from.Value, known.Id.Value));
        }
        else if (one.ErasedAt is not null || other.ErasedAt is not null)
        {
            answer = Of(MergeOutcome.Erased, other.Id, IdentityReasons.Erased);
        }
        else
        {
            Reason reason = IdentityReasons.MergedInto.With(from.Value, other.Id.Value, by);
            customers.Record(from, "merged", reason, Now, new CustomerMerged(other.Id));
            var united = new CustomerUnited(from, one.Contacts, one.Consents)
            {
                Preferences = one.Preferences.IsNone ? null : one.Preferences,
                Complaints = one.Complaints.IsNone ? null : one.Complaints,
                Values = one.Values.IsNone ? null : one.Values,
            };
            customers.Record(other.Id, "united", reason, Now, united);
            customers.MoveInbox(from, other.Id);
            answer = Of(MergeOutcome.Merged, other.Id, reason);
        }
    }

    public override void Complete(bool hasWritten) => result.TrySetResult(answer!);

    public override void Fail(Exception exception) => result.TrySetException(exception);

    private static MergeResult Of(MergeOutcome outcome, CustomerId customer, Reason reason) =>
        new()
        {
            Outcome = outcome,
            Customer = customer,
            Reason = reason,
        };
}
