namespace CustomerTouchpoints.Engine.Sending;

/// <summary>A question to a channel: what became of an attempt that may have been accepted.</summary>
internal sealed record DeliveryLookup : Errand;
