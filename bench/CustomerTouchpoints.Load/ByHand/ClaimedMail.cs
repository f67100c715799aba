namespace CustomerTouchpoints.Load.ByHand;

/// <summary>A message that a hand-written sender has claimed.</summary>
internal sealed record ClaimedMail(long Message, int Order, string Template, string Data);
