namespace CustomerTouchpoints.Storage.Memory;

/// <summary>A journey's place among those that have something due: by instant, then by age.</summary>
internal readonly record struct InMemoryDue(DateTimeOffset DueAt, long Number, JourneyId Journey) : IComparable<InMemoryDue>
{
    public int CompareTo(InMemoryDue other)
    {
        int byInstant = DueAt.CompareTo(other.DueAt);
        return byInstant != 0 ? byInstant : Number.CompareTo(other.Number);
    }
}
