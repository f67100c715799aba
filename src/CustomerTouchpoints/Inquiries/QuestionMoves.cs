using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Inquiries.Events;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Inquiries;

/// <summary>How a question comes from state to state.</summary>
internal static class QuestionMoves
{
    public static void Define(LifecycleBuilder question, QuestionPolicy policy)
    {
        question.OpensWith(InquiryEvents.Asked).GoTo(QuestionLifecycle.Received);
        Work(question);
        Answer(question);
        Hear(question);
        End(question);
        Age(question, policy);
        Stay(question);
    }

    private static void Work(LifecycleBuilder question)
    {
        question.While(QuestionLifecycle.Received).On(InquiryEvents.Read).GoTo(QuestionLifecycle.Read);
        question.While(QuestionLifecycle.WaitingForUs).On(InquiryEvents.Read).GoTo(QuestionLifecycle.InWork);
        question.WhileOpen().On(InquiryEvents.Read).Stay();

        question
            .WhileOpen()
            .On(InquiryEvents.HandedOver)
            .When("it goes to another tier", situation => InquiryData.TierOf(situation) > 1)
            .GoTo(QuestionLifecycle.SecondTier);
        question
            .While(QuestionLifecycle.SecondTier)
            .On(InquiryEvents.HandedOver)
            .When("it comes back", IsFirstTier)
            .GoTo(QuestionLifecycle.InWork);
        question.WhileOpen().On(InquiryEvents.HandedOver).Stay();

        question.While(QuestionLifecycle.Read).IsWorkedOn();
        question.While(QuestionLifecycle.InWork).IsWorkedOn();
        question.While(QuestionLifecycle.SecondTier).IsWorkedOn();
        question.While(QuestionLifecycle.Answered).WaitsForCustomer();
        question.While(QuestionLifecycle.WaitingForCustomer).WaitsForCustomer();
    }

    /// <summary>What says something to the customer must have seen what was said last; else it moves nothing, and is not sent.</summary>
    private static void Answer(LifecycleBuilder question)
    {
        question
            .While(QuestionLifecycle.Answered)
            .On(InquiryEvents.Answered)
            .When(InquiryData.HasSeen, InquiryData.HasSeenTheLast)
            .When("a human answers", IsByHuman)
            .Reenter();
        question
            .WhileOpen()
            .On(InquiryEvents.Answered)
            .When(InquiryData.HasSeen, InquiryData.HasSeenTheLast)
            .When("a human answers", IsByHuman)
            .GoTo(QuestionLifecycle.Answered);
        question
            .WhileOpen()
            .On(InquiryEvents.Answered)
            .When(InquiryData.HasSeen, InquiryData.HasSeenTheLast)
            .When("a machine answers", situation => !IsByHuman(situation))
            .Stay();
        question
            .While(QuestionLifecycle.WaitingForCustomer)
            .On(InquiryEvents.AwaitsCustomer)
            .When(InquiryData.HasSeen, InquiryData.HasSeenTheLast)
            .Reenter();
        question
            .WhileOpen()
            .On(InquiryEvents.AwaitsCustomer)
            .When(InquiryData.HasSeen, InquiryData.HasSeenTheLast)
            .GoTo(QuestionLifecycle.WaitingForCustomer);
        question
            .WhileOpen()
            .On(InquiryEvents.Resolved)
            .When(InquiryData.HasSeen, InquiryData.HasSeenTheLast)
            .GoTo(QuestionLifecycle.Solved);

        foreach (State over in (ReadOnlySpan<State>)[QuestionLifecycle.Solved, QuestionLifecycle.Lapsed])
        {
            foreach (
                string said in (ReadOnlySpan<string>)
                    [InquiryEvents.Asked, InquiryEvents.Answered, InquiryEvents.AwaitsCustomer, InquiryEvents.Resolved]
            )
            {
                question.While(over).On(said).When("it is open", _ => false).Stay();
            }
        }
    }

    private static void Hear(LifecycleBuilder question)
    {
        foreach (
            State waiting in (ReadOnlySpan<State>)
                [QuestionLifecycle.Answered, QuestionLifecycle.WaitingForCustomer, QuestionLifecycle.Solved, QuestionLifecycle.Lapsed]
        )
        {
            question.While(waiting).On(InquiryEvents.CustomerWrote).GoTo(QuestionLifecycle.WaitingForUs);
        }

        question.WhileOpen().On(InquiryEvents.CustomerWrote).Stay();
        foreach (State said in (ReadOnlySpan<State>)[QuestionLifecycle.Answered, QuestionLifecycle.Solved, QuestionLifecycle.Lapsed])
        {
            question
                .While(said)
                .On(SurveyAnswer.EventName)
                .When("the customer says that it is not solved", InquiryData.IsNotSolved)
                .GoTo(QuestionLifecycle.WaitingForUs);
        }
    }

    private static void End(LifecycleBuilder question)
    {
        foreach (State over in (ReadOnlySpan<State>)[QuestionLifecycle.Solved, QuestionLifecycle.Lapsed])
        {
            question.While(over).On(InquiryEvents.Reopened).GoTo(QuestionLifecycle.WaitingForUs);
            question.While(over).On(InquiryEvents.Closed).GoTo(QuestionLifecycle.Archived);
        }

        question.WhileOpen().On(InquiryEvents.Closed).GoTo(QuestionLifecycle.Closed);
        question.WhileOpen().On(InquiryEvents.Asked).When("nothing was asked before", _ => false).Stay();
        question.WhileOpen().On(InquiryEvents.Reopened).When("it was solved", _ => false).Stay();
    }

    private static void Age(LifecycleBuilder question, QuestionPolicy policy)
    {
        question.While(QuestionLifecycle.Answered).For(policy.SolvedAfter).GoTo(QuestionLifecycle.Solved);
        question.While(QuestionLifecycle.WaitingForCustomer).For(policy.LapseAfter).GoTo(QuestionLifecycle.Lapsed);
        question.While(QuestionLifecycle.Solved).For(policy.CloseAfter).GoTo(QuestionLifecycle.Archived);
        question.While(QuestionLifecycle.Lapsed).For(policy.CloseAfter).GoTo(QuestionLifecycle.Archived);
    }

    /// <summary>What moves nothing, and belongs to the conversation whatever state it is in.</summary>
    private static void Stay(LifecycleBuilder question)
    {
        foreach (
            string said in (ReadOnlySpan<string>)
                [InquiryEvents.Noted, InquiryEvents.MachineWrote, InquiryEvents.Linked, InquiryEvents.Classified, InquiryEvents.HumanNeeded]
        )
        {
            question.WhileOpen().On(said).Stay();
            question.While(QuestionLifecycle.Solved).On(said).Stay();
            question.While(QuestionLifecycle.Lapsed).On(said).Stay();
        }
    }

    private static bool IsByHuman(Situation situation) => InquiryData.AuthorOf(situation) == Author.Human;

    private static bool IsFirstTier(Situation situation) => InquiryData.TierOf(situation) <= 1;
}
