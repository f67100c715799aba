using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Inquiries.Events;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Inquiries;

/// <summary>What an inquiry's events mean in the exchange: who asks, who answers, by which channel.</summary>
internal static class QuestionMeanings
{
    public static void Define(LifecycleBuilder question)
    {
        question
            .On(InquiryEvents.Asked)
            .Asks()
            .IsMessage(_ => Author.Customer, InquiryData.WasSaid)
            .SetsChannel(situation => InquiryData.WasSaid(situation) ? ChannelOf(situation) : null)
            .SetsTopic(situation => InquiryData.WasSaid(situation) ? Topic(situation) : null)
            .SetsPriority(situation => InquiryData.WasSaid(situation) ? Priority(situation) : null);
        question.On(InquiryEvents.CustomerWrote).IsFromCustomer().SetsChannel(ChannelOf);
        question.On(SurveyAnswer.EventName).IsMessage(_ => Author.Customer, InquiryData.IsNotSolved);
        question.On(InquiryEvents.Classified).SetsTopic(Topic).SetsPriority(Priority);

        // What was refused was not said.
        question
            .On(InquiryEvents.Answered)
            .IsMessage(InquiryData.AuthorOf, InquiryData.WasSaid)
            .SetsRepresentative(situation =>
                InquiryData.AuthorOf(situation) == Author.Human && InquiryData.WasSaid(situation) ? Representative(situation) : null
            );
        question
            .On(InquiryEvents.AwaitsCustomer)
            .IsMessage(_ => Author.Human, InquiryData.WasSaid)
            .SetsRepresentative(situation => InquiryData.WasSaid(situation) ? Representative(situation) : null);
        question.On(InquiryEvents.Resolved).IsMessage(_ => Author.Human, HasSolution);
        question.On(InquiryEvents.Read).SetsRepresentative(Representative);
        question.On(InquiryEvents.HandedOver).SetsRepresentative(Representative);
    }

    private static bool HasSolution(Situation situation) =>
        InquiryData.WasSaid(situation) && InquiryData.Text(situation.EventData, "solution") is not null;

    private static Channel? ChannelOf(Situation situation) => Channel.Named(InquiryData.Text(situation.EventData, "channel"));

    private static string? Topic(Situation situation) => InquiryData.Text(situation.EventData, "topic");

    private static string? Priority(Situation situation) => InquiryData.Text(situation.EventData, "priority");

    private static string? Representative(Situation situation) => InquiryData.Text(situation.EventData, "representative");
}
