using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Instants, spans and data as people read them.</summary>
internal static class Times
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        // It is text of a page, which is escaped as such: here, letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Exact(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How far away it is: "in 12 min", "3 h ago".</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        TimeSpan distance = (at - now).Duration();
        string words = Span(distance);
        return distance < TimeSpan.FromMinutes(1) ? "now"
            : at > now ? $"in {words}"
            : $"{words} ago";
    }

    public static string Span(TimeSpan span) =>
        span.Duration() switch
        {
            { TotalDays: >= 2 } days => string.Create(CultureInfo.InvariantCulture, $"{days.TotalDays:0} days"),
            { TotalHours: >= 1 } hours => string.Create(
                CultureInfo.InvariantCulture,
                $"{Math.Floor(hours.TotalHours):0} h{(hours.Minutes > 0 ? $" {hours.Minutes} min" : "")}"
            ),
            { TotalMinutes: >= 1 } minutes => string.Create(CultureInfo.InvariantCulture, $"{minutes.TotalMinutes:0} min"),
            var seconds => string.Create(CultureInfo.InvariantCulture, $"{seconds.TotalSeconds:0} s"),
        };

    /// <summary>A name of ours as words: <c>InReview</c> is "In review".</summary>
    public static string Spaced(string name)
    {
        var words = new StringBuilder();
        foreach (char letter in name)
        {
            bool begins = char.IsUpper(letter) && words.Length > 0;
            words.Append(begins ? " " : "").Append(begins ? char.ToLowerInvariant(letter) : letter);
        }

        return words.ToString();
    }

    public static string Pretty(JsonElement data) => JsonSerializer.Serialize(data, Indented);
}
