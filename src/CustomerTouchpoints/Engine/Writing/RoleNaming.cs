using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Journeys.Identity;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>A host says who plays a role of a journey, and waits to hear what came of it.</summary>
internal sealed class RoleNaming(JourneyId journey, string role, CustomerId customer, DateTimeOffset now) : Submission(journey, now)
{
    private readonly TaskCompletionSource<IdentifyResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IdentifyResult? answer;

    public Task<IdentifyResult> Result => result.Task;

    protected override IEnumerable<CustomerId> Customers => [.. Recipients.Keys, customer];

    public override Task Done => result.Task;

    public override void Decide(JourneyWork work, RaisedFacts facts)
    {
        if (work.IsNew && work.Entries.Count == 0)
        {
            answer = Of(IdentifyOutcome.NoSuchJourney, IdentityReasons.NoSuchJourney);
            return;
        }

        (JournalEntryOutcome outcome, Reason reason) = Naming.Foresee(work.Journey, role, work.CustomerOf(customer));
        work.Take(new RoleNamed(role, customer) { Now = Now });
        answer = Of(
            outcome switch
            {
                JournalEntryOutcome.Handled => IdentifyOutcome.Identified,
                JournalEntryOutcome.NoEffect => IdentifyOutcome.NoEffect,
                JournalEntryOutcome.Conflict => IdentifyOutcome.Conflict,
                _ => IdentifyOutcome.Closed,
            },
            reason
        );
    }

    public override void Complete(bool hasWritten) => result.TrySetResult(answer!);

    public override void Fail(Exception exception) => result.TrySetException(exception);

    private IdentifyResult Of(IdentifyOutcome outcome, Reason reason) =>
        new()
        {
            Journey = journey,
            Role = role,
            Outcome = outcome,
            Reason = reason,
        };
}
