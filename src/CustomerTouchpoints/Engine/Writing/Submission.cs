using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Writing;

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
    public static BatchKeys KeysOf(IReadOnlyList<Submission> submissions) =>
        new(
            [.. submissions.Select(submission => submission.Journey).Distinct()],
            [.. submissions.OfType<Raise>().Select(raise => new EventKey(raise.Journey, raise.Fact.Id)).Distinct()],
            new SortedSet<CustomerId>(submissions.SelectMany(submission => submission.Recipients.Keys))
        )
        {
            Intake = [.. submissions.OfType<Raise>().Select(raise => raise.Intake).OfType<long>().Distinct()],
        };

    /// <summary>A host raises an event and waits for the result; or has enlisted it, and does not.</summary>
    public sealed class Raise(IncomingEvent fact, long fingerprint, DateTimeOffset now) : Submission(fact.Journey, now)
    {
        private readonly TaskCompletionSource<RaiseResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IncomingEvent Fact { get; } = fact;

        public long Fingerprint { get; } = fingerprint;

        /// <summary>
        /// The row of the intake from which it is taken. Its result is null if it was no longer there: another batch has taken it.
        /// </summary>
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

    /// <summary>A person decides about a touchpoint, and waits for what comes of it.</summary>
    public sealed class Resolve(Input.Reviewed input) : Submission(input.Touchpoint.Journey, input.Now)
    {
        private readonly TaskCompletionSource<ReviewResult?> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Func<ReviewResult>? answer;

        /// <summary>What came of it; null when the touchpoint waits for nobody.</summary>
        public Task<ReviewResult?> Result => result.Task;

        public override Task Done => result.Task;

        /// <summary>Decides, within the batch. A batch that is tried again decides again.</summary>
        public void Take(JourneyWork work)
        {
            OpenTouchpoint? waiting = Reviews.Waiting(work.Journey, input.Touchpoint);
            if (waiting is null)
            {
                answer = null;
            }
            else if (Reviews.IsTooEarly(waiting, input.Decision))
            {
                answer = () => ReviewResults.BeingAsked(input.Touchpoint, waiting);
            }
            else
            {
                // What is let go out may be on its way with this commit, or the gate may say no.
                work.Take(input);
                answer = () => ReviewResults.Done(input.Touchpoint, work.LastOf(waiting.Order));
            }
        }

        public override void Complete(RaiseResult? result) => this.result.TrySetResult(answer?.Invoke());

        public override void Fail(Exception exception) => result.TrySetException(exception);
    }

    /// <summary>A person withdraws what is pending of a journey, and waits to hear how much that was.</summary>
    public sealed class Withdraw(JourneyId journey, Input.Withdrawn input) : Submission(journey, input.Now)
    {
        private readonly TaskCompletionSource<int> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int count;

        public Task<int> Result => result.Task;

        public override Task Done => result.Task;

        /// <summary>Decides, within the batch. A batch that is tried again decides again.</summary>
        public void Take(JourneyWork work) => count = Withdrawals.CountIn(work.Take(input));

        public override void Complete(RaiseResult? result) => this.result.TrySetResult(count);

        public override void Fail(Exception exception) => result.TrySetException(exception);
    }

    /// <summary>
    /// An attempt reports, or a channel answers. It is never lost while the process lives: a commit that fails is tried again.
    /// </summary>
    public sealed class Report(JourneyId journey, Input input) : Submission(journey, input.Now)
    {
        public Input Input { get; } = input;

        public override Task Done => Task.CompletedTask;

        public override void Complete(RaiseResult? result) { }

        public override void Fail(Exception exception) { }
    }
}
