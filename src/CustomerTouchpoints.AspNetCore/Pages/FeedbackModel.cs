using CustomerTouchpoints.Feedback;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What is asked, and what was chosen.</summary>
/// <param name="Invitation">The survey, and what was answered.</param>
/// <param name="Chosen">The answer that is chosen; null for none.</param>
/// <param name="Comment">The comment; empty for none.</param>
/// <param name="Said">The key of what is said of the form that was sent; null while none was.</param>
internal sealed record FeedbackModel(SurveyInvitation Invitation, int? Chosen, string Comment, string? Said);
