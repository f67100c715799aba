using CustomerTouchpoints.Journeys.Identity;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>A digest that has not ended loses its data: it has something of a journey from which somebody was erased.</summary>
internal sealed class DigestBaring(TouchpointId digest, DateTimeOffset now) : Submission(digest.Carrier, now)
{
    private readonly TaskCompletionSource result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task Done => result.Task;

    public override void Decide(JourneyWork work, RaisedFacts facts) => work.Take(new DigestBared(digest) { Now = Now });

    public override void Complete(bool hasWritten) => result.TrySetResult();

    public override void Fail(Exception exception) => result.TrySetException(exception);
}
