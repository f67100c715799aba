namespace CustomerTouchpoints.Lifecycles.Returns;

/// <summary>The label for the parcel is ready: the customer can send it.</summary>
/// <param name="LabelUrl">Where the customer gets it.</param>
/// <param name="SendBy">By when to send the parcel. Null says nothing of it.</param>
[Event("return.label-issued")]
public sealed record LabelIssued(Uri LabelUrl, DateTimeOffset? SendBy = null);
