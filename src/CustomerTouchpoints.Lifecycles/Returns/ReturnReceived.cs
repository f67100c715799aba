namespace CustomerTouchpoints.Lifecycles.Returns;

/// <summary>The parcel has come. The time in which the money is promised begins.</summary>
[Event("return.received")]
public sealed record ReturnReceived;
