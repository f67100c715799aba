using System.ComponentModel;
using CustomerTouchpoints.Feedback;
using Microsoft.AspNetCore.Components;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A page that asks how it went: yes or no, stars, or from 0 to 10; and a comment.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class FeedbackPage : ComponentBase
{
    private Survey Survey => Model.Invitation.Survey;

    /// <summary>The answers, in the order in which people read them.</summary>
    private IEnumerable<int> Answers =>
        Survey.Kind == SurveyKind.Solved ? [1, 0] : Enumerable.Range(Survey.Lowest, Survey.Highest - Survey.Lowest + 1);

    private string Question() =>
        Survey.QuestionIn(Text.Culture.Name)
        ?? Text.Say(
            Survey.Kind switch
            {
                SurveyKind.Solved => "page.feedback.solved",
                SurveyKind.Satisfaction => "page.feedback.satisfaction",
                _ => "page.feedback.recommendation",
            }
        );

    private string WordOf(int answer) =>
        Survey.Kind == SurveyKind.Solved ? Text.Say(answer == 1 ? "page.feedback.yes" : "page.feedback.no") : answer.ToString(Text.Culture);

    private string Low => Text.Say(Survey.Kind == SurveyKind.Satisfaction ? "page.feedback.dissatisfied" : "page.feedback.unlikely");

    private string High => Text.Say(Survey.Kind == SurveyKind.Satisfaction ? "page.feedback.satisfied" : "page.feedback.likely");

    private string ClassOf() =>
        Survey.Kind switch
        {
            SurveyKind.Solved => "scale two",
            SurveyKind.Satisfaction => "scale five",
            _ => "scale",
        };
}
