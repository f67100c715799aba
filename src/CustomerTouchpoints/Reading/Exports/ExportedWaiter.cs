namespace CustomerTouchpoints.Reading.Exports;

/// <summary>A message that waits for room under the caps.</summary>
internal sealed record ExportedWaiter(
    JourneyId Journey,
    long Order,
    Channel Channel,
    int Priority,
    DateTimeOffset Since,
    DateTimeOffset Until
);
