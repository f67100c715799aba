namespace CustomerTouchpoints.Journeys;

/// <summary>Events bring more data than a journey can carry. The message names the limit and the remedy, and no data.</summary>
internal sealed class DataLimitException(string message) : Exception(message);
