using CustomerTouchpoints.Journeys.Identity;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// A customer who was erased goes out of one of their journeys, unless an attempt to tell them something is still under way.
/// </summary>
internal sealed class JourneyErasure(JourneyId journey, CustomerId customer, DateTimeOffset now) : Submission(journey, now)
{
    private readonly TaskCompletionSource<bool> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isThrough;

    /// <summary>Whether nothing is under way to them in the journey any more.</summary>
    public Task<bool> Result => result.Task;

    protected override IEnumerable<CustomerId> Customers => [customer];

    public override Task Done => result.Task;

    public override void Decide(JourneyWork work, RaisedFacts facts)
    {
        work.Take(new CustomerGone(customer) { Now = Now });
        isThrough = !Erasing.IsUnderWay(work.Journey, customer);
    }

    public override void Complete(bool hasWritten) => result.TrySetResult(isThrough);

    public override void Fail(Exception exception) => result.TrySetException(exception);
}
