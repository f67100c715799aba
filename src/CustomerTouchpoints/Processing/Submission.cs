using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Decisions;
using CustomerTouchpoints.Events;

namespace CustomerTouchpoints.Processing;

/// <summary>Something for the writer to decide on and commit.</summary>
internal abstract class Submission
{
    private Submission(JourneyId journey, DateTimeOffset now)
    {
        Journey = journey;
        Now = now;
    }

    public JourneyId Journey { get; }

    public DateTimeOffset Now { get; }

    /// <summary>What the directory said of the customers concerned, as far as it was asked.</summary>
    public IReadOnlyDictionary<CustomerId, Recipient> Recipients { get; init; } = NoRecipients;

    private static readonly Dictionary<CustomerId, Recipient> NoRecipients = [];

    /// <summary>Ends once it is committed, or failed to be.</summary>
    public abstract Task Done { get; }

    /// <summary>The caller learns what came of it: after the commit, never before.</summary>
    public abstract void Complete(RaiseResult? result);

    public abstract void Fail(Exception exception);

    /// <summary>A host raises an event and waits for the result.</summary>
    public sealed class Raise(IncomingEvent fact, long fingerprint, DateTimeOffset now) : Submission(fact.Journey, now)
    {
        private readonly TaskCompletionSource<RaiseResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IncomingEvent Fact { get; } = fact;

        public long Fingerprint { get; } = fingerprint;

        public Task<RaiseResult> Result => result.Task;

        public override Task Done => result.Task;

        public override void Complete(RaiseResult? result) => this.result.TrySetResult(result!);

        public override void Fail(Exception exception) => result.TrySetException(exception);
    }

    /// <summary>Something in the journey is due: timers, touchpoints whose turn has come, attempts that were lost.</summary>
    public sealed class Wake(JourneyId journey, DateTimeOffset now) : Submission(journey, now)
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override Task Done => done.Task;

        public override void Complete(RaiseResult? result) => done.TrySetResult();

        public override void Fail(Exception exception) => done.TrySetException(exception);
    }

    /// <summary>An attempt reports. It is never lost while the process lives: a commit that fails is tried again.</summary>
    public sealed class Report(JourneyId journey, Input input) : Submission(journey, input.Now)
    {
        public Input Input { get; } = input;

        public override Task Done => Task.CompletedTask;

        public override void Complete(RaiseResult? result)
        {
        }

        public override void Fail(Exception exception)
        {
        }
    }
}
