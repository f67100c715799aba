using CustomerTouchpoints.Messages.Branding;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>What a layout puts around and between, for one mail.</summary>
/// <param name="Subject">The subject, one line of plain text.</param>
/// <param name="Preheader">The preview line, plain text; may be empty.</param>
/// <param name="BodyHtml">The message as HTML.</param>
/// <param name="ExtraHtml">The added value after it, or null.</param>
/// <param name="Step">The step to show in the bar, or null for no bar.</param>
/// <param name="Steps">How many steps there are.</param>
/// <param name="Contact">Whom to ask.</param>
/// <param name="CanReply">Whether an answer to the mail reaches a person.</param>
/// <param name="Reason">Why the customer gets this message.</param>
/// <param name="Words">The culture's words.</param>
internal sealed record MailParts(
    string Subject,
    string Preheader,
    string BodyHtml,
    string? ExtraHtml,
    int? Step,
    int? Steps,
    Contact Contact,
    bool CanReply,
    string Reason,
    WordBook Words);
