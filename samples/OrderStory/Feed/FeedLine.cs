using CustomerTouchpoints;

namespace OrderStory.Feed;

/// <summary>One line of the feed: a fact, or why it can't be read.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Fact">The fact; null when the line is broken.</param>
/// <param name="Fault">What is wrong with it; null when it is a fact.</param>
internal sealed record FeedLine(int Number, IncomingEvent? Fact, string? Fault);
