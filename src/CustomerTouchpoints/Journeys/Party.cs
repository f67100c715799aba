namespace CustomerTouchpoints.Journeys;

/// <summary>A role of a journey: who plays it, and when they last heard of it by a message that was not promotional.</summary>
internal sealed record Party(string Role, CustomerId Customer, DateTimeOffset? ToldAt = null);
