namespace CustomerTouchpoints.Storage;

/// <summary>How many attempts have begun under one limit, in the window of time that is counted last.</summary>
/// <param name="Key">What is counted; unique.</param>
/// <param name="Start">When the window began.</param>
/// <param name="Count">How many.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record TallyRow(string Key, DateTimeOffset Start, long Count);
