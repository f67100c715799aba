namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>A stretch of time, without its end. Seconds of a day, of a local clock or of the world's, as its owner says.</summary>
internal readonly record struct Stretch(long From, long To)
{
    public Stretch Shifted(long by) => new(From + by, To + by);
}
