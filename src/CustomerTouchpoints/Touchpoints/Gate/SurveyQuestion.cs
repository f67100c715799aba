using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Feedback.Surveys;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// May the customer be asked how it went: no complaint of theirs is open, they have not answered, and they were asked nothing lately. What
/// they were asked are their contacts about the topic; what is on its way has taken its place among them.
/// </summary>
internal static class SurveyQuestion
{
    /// <summary>When is asked again where another one is on its way: it may fail, or be told.</summary>
    private static readonly TimeSpan AskedAgain = TimeSpan.FromSeconds(30);

    public static GateAnswer? Ask(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (deliberation.Definition.FindRule(touchpoint.Rule)?.Survey is not { } survey)
        {
            return null;
        }

        CustomerSnapshot customer = deliberation.CustomerOf(touchpoint.Customer!.Value);
        DateTimeOffset since = deliberation.Now - deliberation.Settings.SurveyCooldown;
        return !customer.Complaints.IsNone ? No(SurveyReasons.ComplaintOpen)
            : GivenFeedback.In(deliberation.Journey.Data.Element).Answers.ContainsKey(survey) ? No(SurveyReasons.AnsweredAlready)
            : customer.Contacts.After(since, topic: Survey.Topic.Name) > 0
                ? No(SurveyReasons.AskedLately.With(deliberation.Settings.SurveyCooldown))
            : customer.Caps.Taken.Any(taken => taken.Topic == Survey.Topic.Name)
                ? new GateAnswer.Later(SurveyReasons.BeingAsked, deliberation.Now + AskedAgain)
            : null;
    }

    private static GateAnswer.No No(Reason reason) => new(TouchpointStatus.Skipped, reason);
}
