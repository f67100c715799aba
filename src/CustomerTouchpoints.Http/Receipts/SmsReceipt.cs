namespace CustomerTouchpoints.Http.Receipts;

/// <summary>A gateway's report on one text message.</summary>
/// <remarks>Immutable; safe to share between threads. It has no number and no text in it.</remarks>
/// <param name="Reference">The gateway's own id of the message, as <c>SendResult.Reference</c> had it.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Error">The gateway's code of the error; null where it gives none.</param>
public sealed record SmsReceipt(string Reference, SmsReceiptKind Kind, string? Error = null);
