using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>A day of a host: its facts, and what its senders answer.</summary>
internal sealed record Day(Moment[] Moments, SendOutcome[] Answers);
