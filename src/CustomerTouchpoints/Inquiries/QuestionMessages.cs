using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Inquiries.Events;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Inquiries;

/// <summary>
/// What a question's customer is told, each by the channel of the conversation: one rule for each channel, of which the condition of one
/// holds.
/// </summary>
internal static class QuestionMessages
{
    public static void Define(LifecycleBuilder question, QuestionPolicy policy)
    {
        Channel[] calm = [.. policy.Channels.Except(policy.LiveChannels)];
        Tell(policy, policy.Channels, () => question.OnEntering(QuestionLifecycle.Received), "question-received");
        Tell(policy, policy.Channels, () => question.OnEntering(QuestionLifecycle.Read), "question-read");
        Tell(policy, policy.Channels, () => question.On(InquiryEvents.Answered), "question-answer");
        Tell(policy, policy.Channels, () => question.On(InquiryEvents.AwaitsCustomer), "question-waiting");
        Tell(policy, policy.Channels, () => question.On(InquiryEvents.Reopened), "question-reopened");
        Tell(
            policy,
            policy.Channels,
            () => question.OnEntering(QuestionLifecycle.WaitingForCustomer).After(policy.RemindAfter),
            "question-reminder"
        );
        Tell(policy, policy.Channels, () => question.OnEntering(QuestionLifecycle.Solved), "question-solved");
        Tell(policy, policy.Channels, () => question.OnEntering(QuestionLifecycle.Lapsed), "question-lapsed");
        Tell(policy, policy.Channels, () => question.OnEntering(QuestionLifecycle.Closed), "question-closed");
        Tell(policy, policy.Channels, () => question.OnBrokenPromise("first-answer"), "question-late");
        Tell(policy, policy.Channels, () => question.OnBrokenPromise("next-answer"), "question-late", key: "question-late-again");

        if (policy.Survey is { } survey)
        {
            Tell(
                policy,
                policy.Channels,
                () => question.OnEntering(QuestionLifecycle.Solved).After(policy.AskAfter),
                "question-feedback",
                also: rule => rule.WithSurvey(survey)
            );
        }

        // Who is in a chat sees that the message has arrived.
        Tell(
            policy,
            calm,
            () => question.OnEntering(QuestionLifecycle.WaitingForUs),
            "question-received",
            "the customer has written, and no human is needed first",
            situation => situation.EventName is InquiryEvents.CustomerWrote or SurveyAnswer.EventName && MayReply(situation),
            key: "question-received-again"
        );
    }

    /// <summary>Sends the updates of a target by a channel.</summary>
    public static void SendUpdates(ResponseTargetBuilder target, Channel channel, QuestionPolicy policy) =>
        target
            .Send("question-status")
            .By(channel)
            .When("no human is needed first", MayReply)
            .Named(KeyOf("question-status", channel, policy));

    private static void Tell(
        QuestionPolicy policy,
        IEnumerable<Channel> channels,
        Func<Occasion> occasion,
        string template,
        string? description = null,
        Func<Situation, bool>? condition = null,
        string? key = null,
        Action<TouchpointRuleBuilder>? also = null
    )
    {
        foreach (Channel channel in channels)
        {
            TouchpointRuleBuilder rule = occasion()
                .Send(template)
                .By(channel)
                .When($"the conversation is on {channel}", situation => IsOn(situation, channel, policy))
                .Named(KeyOf(key ?? template, channel, policy));
            if (condition is not null)
            {
                rule.When(description!, condition);
            }

            also?.Invoke(rule);
        }
    }

    /// <summary>The first channel is also that of whoever asked by none of them.</summary>
    private static bool IsOn(Situation situation, Channel channel, QuestionPolicy policy)
    {
        Channel? of = Channel.Named(InquiryData.Text(situation.JourneyData, "channel"));
        return of == channel || (channel == policy.Channels[0] && (of is null || !policy.Channels.Contains(of.Value)));
    }

    private static bool MayReply(Situation situation) => !InquiryData.IsTrue(situation.JourneyData, InquiryEvents.NeedsHuman);

    private static string KeyOf(string key, Channel channel, QuestionPolicy policy) =>
        channel == policy.Channels[0] ? key : $"{key}-by-{channel}";
}
