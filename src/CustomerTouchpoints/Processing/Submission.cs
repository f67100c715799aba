using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Decisions;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Storage;

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

    /// <summary>What a batch of these names. Its customers may turn out to be more.</summary>
    public static BatchKeys KeysOf(IReadOnlyList<Submission> submissions) => new(
        [.. submissions.Select(submission => submission.Journey).Distinct()],
        [.. submissions.OfType<Raise>().Select(raise => new EventKey(raise.Journey, raise.Fact.Id)).Distinct()],
        new SortedSet<CustomerId>(submissions.SelectMany(submission => submission.Recipients.Keys)))
    {
        Intake = [.. submissions.OfType<Raise>().Select(raise => raise.Intake).OfType<long>().Distinct()],
    };

    /// <summary>A host raises an event and waits for the result; or has enlisted it, and does not.</summary>
    public sealed class Raise(IncomingEvent fact, long fingerprint, DateTimeOffset now) : Submission(fact.Journey, now)
    {
        private readonly TaskCompletionSource<RaiseResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IncomingEvent Fact { get; } = fact;

        public long Fingerprint { get; } = fingerprint;

        /// <summary>The row of the intake from which it is taken. Its result is null if it was no longer there: another batch has taken it.</summary>
        public long? Intake { get; init; }

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
