namespace CustomerTouchpoints.Customers.Segments;

/// <summary>A named group of customers, as a host has declared it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Holds">Who is in it; null for those of whom the host's directory says so.</param>
internal sealed record Segment(string Name, Func<CustomerStanding, bool>? Holds)
{
    /// <summary>What the watch on a host's functions calls it.</summary>
    public string Description => $"segment {Name}";

    /// <summary>Whether a customer is in it. Throws what the host's function throws.</summary>
    public bool Includes(CustomerStanding who) => Holds?.Invoke(who) ?? who.Customer?.Segments.Contains(Name) ?? false;
}
