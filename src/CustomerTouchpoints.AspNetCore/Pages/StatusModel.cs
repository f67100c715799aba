using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Where a journey stands.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Now">The time.</param>
/// <param name="Ask">The link by which something is asked about it; null where nobody answers questions.</param>
internal sealed record StatusModel(JourneyView Journey, DateTimeOffset Now, Uri? Ask);
