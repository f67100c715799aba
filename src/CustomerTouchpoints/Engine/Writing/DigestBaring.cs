using CustomerTouchpoints.Journeys.Identity;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>A digest that has not ended loses what it has of a journey from which somebody was erased.</summary>
/// <param name="digest">The digest.</param>
/// <param name="from">The journey.</param>
/// <param name="now">Now.</param>
internal sealed class DigestBaring(TouchpointId digest, JourneyId from, DateTimeOffset now) : Submission(digest.Carrier, now)
{
    private readonly TaskCompletionSource result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task Done => result.Task;

    /// <summary>Whether an attempt is under way, which has it still: what that reports is still to come.</summary>
    public bool IsUnderWay { get; private set; }

    public override void Decide(JourneyWork work, RaisedFacts facts)
    {
        work.Take(new DigestBared(digest, from) { Now = Now });
        IsUnderWay = work.Journey.Touchpoints.Any(open => open.Status == TouchpointStatus.Sending && open.IdIn(work.Journey.Id) == digest);
    }

    public override void Complete(bool hasWritten) => result.TrySetResult();

    public override void Fail(Exception exception) => result.TrySetException(exception);
}
