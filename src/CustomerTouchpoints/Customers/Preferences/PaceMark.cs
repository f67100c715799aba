using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers.Preferences;

/// <summary>How often a customer wants messages of a topic.</summary>
/// <param name="Topic">The topic; null for promotional messages as a whole.</param>
/// <param name="Pace">How often.</param>
internal sealed record PaceMark(string? Topic, Pace Pace)
{
    /// <summary>It as a cap of the customer's own; null where they come as they come.</summary>
    [JsonIgnore]
    public Cap? Cap =>
        Span is { } span
            ? new Cap
            {
                AtMost = 1,
                Within = span,
                Category = Category.Promotional,
                Topic = Topic,
            }
            : null;

    private TimeSpan? Span =>
        Pace switch
        {
            Pace.Daily => TimeSpan.FromDays(1),
            Pace.Weekly => TimeSpan.FromDays(7),
            Pace.Monthly => TimeSpan.FromDays(30),
            _ => null,
        };
}
