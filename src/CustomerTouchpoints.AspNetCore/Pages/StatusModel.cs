using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Where a journey stands.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Now">The time.</param>
internal sealed record StatusModel(JourneyView Journey, DateTimeOffset Now);
