using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>Something for the writer to decide on and commit.</summary>
internal abstract class Submission
{
    private protected Submission(JourneyId? journey, DateTimeOffset now)
    {
        Journey = journey;
        Now = now;
    }

    /// <summary>The journey that it is about; null for what is about a customer as a whole.</summary>
    public JourneyId? Journey { get; }

    public DateTimeOffset Now { get; }

    /// <summary>What the directory said of the customers concerned, as far as it was asked.</summary>
    public IReadOnlyDictionary<CustomerId, Recipient> Recipients { get; init; } = NoRecipients;

    /// <summary>The customers that it names itself: they are locked, whether or not the directory was asked of them.</summary>
    protected virtual IEnumerable<CustomerId> Customers => Recipients.Keys;

    private static readonly Dictionary<CustomerId, Recipient> NoRecipients = [];

    /// <summary>The addresses that it is about itself, beside those of its recipients.</summary>
    public virtual IEnumerable<AddressHash> Addresses => [];

    /// <summary>Whether no other batch of any host may be open beside its own.</summary>
    public virtual bool IsExclusive => false;

    /// <summary>The touchpoint that it is about, whether or not that has ended; null for none.</summary>
    public virtual TouchpointId? Touchpoint => null;

    /// <summary>
    /// Whether somebody waits for it. What nobody waits for lingers for company, and is never lost while the process lives: a commit that
    /// fails is tried again.
    /// </summary>
    public virtual bool IsAwaited => true;

    /// <summary>
    /// What is submitted in its place when it can't be stored, and nobody waits to hear so: what can still be said of it. Null when nothing
    /// can.
    /// </summary>
    public virtual Submission? Plainer => null;

    /// <summary>Response clocks that are due later wait for a fact that happened before they were.</summary>
    public virtual DateTimeOffset ClocksUntil => Now;

    /// <summary>Ends once it is committed, or failed to be.</summary>
    public abstract Task Done { get; }

    /// <summary>Enters a batch, or one more after a failure. Returns whether the batch is to decide on it.</summary>
    public virtual bool TryEnter(Batch batch) => true;

    /// <summary>What it reports, before its journey is looked at: an attempt that reports late has reported.</summary>
    public virtual void Tell(JourneyWork work) { }

    /// <summary>What it asks for, once its journey has caught up with what was due before.</summary>
    public virtual void Decide(JourneyWork work, RaisedFacts facts) { }

    /// <summary>What it asks for where it is about no journey.</summary>
    public virtual void Decide(CustomerWork customers) { }

    /// <summary>Everything that follows from it is decided.</summary>
    public virtual void Leave(JourneyWork work, IStoreBatch loaded) { }

    /// <summary>The caller learns what came of it: after the commit, never before.</summary>
    /// <param name="hasWritten">Whether its batch has written anything.</param>
    public abstract void Complete(bool hasWritten);

    public abstract void Fail(Exception exception);

    /// <summary>What a batch of these names. Its customers may turn out to be more.</summary>
    public static BatchKeys KeysOf(IReadOnlyList<Submission> submissions) =>
        new(
            [.. submissions.Select(submission => submission.Journey).OfType<JourneyId>().Distinct()],
            [.. submissions.OfType<Raise>().Select(raise => new EventKey(raise.Fact.Journey, raise.Fact.Id)).Distinct()],
            new SortedSet<CustomerId>(submissions.SelectMany(submission => submission.Customers))
        )
        {
            Intake = [.. submissions.OfType<Raise>().Select(raise => raise.Intake).OfType<long>().Distinct()],
        };

    /// <summary>The touchpoints that these are about, whether or not they have ended.</summary>
    public static IReadOnlyCollection<TouchpointId> TouchpointsOf(IReadOnlyList<Submission> submissions) =>
        [.. submissions.Select(submission => submission.Touchpoint).OfType<TouchpointId>().Distinct()];

    /// <summary>A host raises an event and waits for the result; or has enlisted it, and does not.</summary>
    public sealed class Raise(IncomingEvent fact, long fingerprint, DateTimeOffset now) : Submission(fact.Journey, now)
    {
        private readonly TaskCompletionSource<RaiseResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private RaiseResult? answer;

        public IncomingEvent Fact { get; } = fact;

        public long Fingerprint { get; } = fingerprint;

        /// <summary>Whether it says the same as an event that was stored under its id, perhaps by an earlier version.</summary>
        public bool Repeats(long stored) => stored == Fingerprint || stored == EventFingerprint.Former(Fact);

        protected override IEnumerable<CustomerId> Customers => Recipients.Keys.Concat(Fact.Parties.Values);

        /// <summary>
        /// The row of the intake from which it is taken. Its result is null if it was no longer there: another batch has taken it.
        /// </summary>
        public long? Intake { get; init; }

        public Task<RaiseResult> Result => result.Task;

        public override Task Done => result.Task;

        public override DateTimeOffset ClocksUntil => Fact.OccurredAt ?? Now;

        public override bool TryEnter(Batch batch)
        {
            answer = null;
            return Intake is not { } number || batch.TryTakeIntake(number);
        }

        public override void Decide(JourneyWork work, RaisedFacts facts) => answer = facts.Take(work, this);

        public override void Complete(bool hasWritten) => result.TrySetResult(answer!);

        public override void Fail(Exception exception) => result.TrySetException(exception);
    }

    /// <summary>Something in the journey is due: timers, touchpoints whose turn has come, attempts that were lost.</summary>
    public sealed class Wake(JourneyId journey, DateTimeOffset now) : Submission(journey, now)
    {
        private readonly TaskCompletionSource<bool> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public JourneyId Woken => journey;

        /// <summary>Whether the clock was set back, and what was held by the time before may be ready.</summary>
        public bool FollowsSetBack { get; init; }

        /// <summary>Whether its batch has written anything.</summary>
        public Task<bool> Result => result.Task;

        public override Task Done => result.Task;

        /// <summary>Why it could not be committed; null when it was, or nobody knows yet.</summary>
        public Exception? Fault => result.Task.Exception?.InnerException;

        public override bool TryEnter(Batch batch) => !batch.LacksVersionOf(journey);

        public override void Decide(JourneyWork work, RaisedFacts facts)
        {
            if (FollowsSetBack)
            {
                work.Take(new ClockSetBack { Now = Now });
            }
        }

        public override void Leave(JourneyWork work, IStoreBatch loaded)
        {
            if (loaded.Journeys.TryGetValue(journey, out JourneyRow? woken))
            {
                work.NoteWhenDue(woken);
            }
        }

        public override void Complete(bool hasWritten) => result.TrySetResult(hasWritten);

        public override void Fail(Exception exception) => result.TrySetException(exception);
    }

    /// <summary>A person decides about a touchpoint, and waits for what comes of it.</summary>
    public sealed class Review(ReviewGiven input) : Submission(input.Touchpoint.Carrier, input.Now)
    {
        private readonly TaskCompletionSource<ReviewResult?> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Func<ReviewResult>? answer;

        /// <summary>What came of it; null when the touchpoint waits for nobody.</summary>
        public Task<ReviewResult?> Result => result.Task;

        public override Task Done => result.Task;

        public override void Decide(JourneyWork work, RaisedFacts facts)
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
            else if (Reviews.IsTooMuch(work.Journey, waiting, input.Decision, work.Settings.MostOpen))
            {
                int open = work.Journey.Touchpoints.Length;
                answer = () => ReviewResults.TooManyOpen(input.Touchpoint, waiting, open);
            }
            else
            {
                // What is let go out may be on its way with this commit, or the gate may say no.
                work.Take(input);
                answer = () => ReviewResults.Done(input.Touchpoint, work.LastOf(waiting.Order));
            }
        }

        public override void Complete(bool hasWritten) => result.TrySetResult(answer?.Invoke());

        public override void Fail(Exception exception) => result.TrySetException(exception);
    }

    /// <summary>A person withdraws what is pending of a journey, and waits to hear how much that was.</summary>
    public sealed class Withdraw(JourneyId journey, WithdrawalAsked input) : Submission(journey, input.Now)
    {
        private readonly TaskCompletionSource<int> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int count;

        public Task<int> Result => result.Task;

        public override Task Done => result.Task;

        /// <summary>Decides, within the batch. A batch that is tried again decides again.</summary>
        public override void Decide(JourneyWork work, RaisedFacts facts) => count = Withdrawals.CountIn(work.Take(input));

        public override void Complete(bool hasWritten) => result.TrySetResult(count);

        public override void Fail(Exception exception) => result.TrySetException(exception);
    }

    /// <summary>
    /// An errand reports: what came of an attempt, what a channel answered, whether somebody was reached.
    /// </summary>
    public sealed class Report(JourneyId journey, Input input) : Submission(journey, input.Now)
    {
        private bool isPlain;

        public override bool IsAwaited => false;

        public override Submission? Plainer =>
            !isPlain && input.Plainer is { } plainer ? new Report(journey, plainer) { isPlain = true, Recipients = Recipients } : null;

        public override Task Done => Task.CompletedTask;

        public override void Tell(JourneyWork work) => work.Take(input);

        public override void Complete(bool hasWritten) { }

        public override void Fail(Exception exception) { }
    }

    /// <summary>A customer said what they want or do not want, and whoever recorded it waits until it is stored.</summary>
    public sealed class Wish(CustomerId customer, Action<CustomerWork> record, DateTimeOffset now) : Submission(null, now)
    {
        private readonly TaskCompletionSource result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override IEnumerable<CustomerId> Customers => [customer];

        public override Task Done => result.Task;

        public override void Decide(CustomerWork customers) => record(customers);

        public override void Complete(bool hasWritten) => result.TrySetResult();

        public override void Fail(Exception exception) => result.TrySetException(exception);
    }
}
