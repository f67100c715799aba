using CustomerTouchpoints.Inquiries;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>One conversation.</summary>
/// <param name="View">What was said.</param>
/// <param name="Once">A name for what is sent from this page, so that sending it twice says it once.</param>
internal sealed record ConversationModel(ConversationView View, string Once);
