namespace CustomerTouchpoints.Journeys;

/// <summary>Events bring more data than a journey can carry. The reason names the limit and the remedy, and no data.</summary>
internal sealed class DataLimitException(Reason reason) : Exception(reason.ToString())
{
    public Reason Reason { get; } = reason;
}
