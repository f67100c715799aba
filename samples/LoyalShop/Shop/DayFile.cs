using System.Globalization;
using System.Text.Json;
using CustomerTouchpoints;

namespace LoyalShop.Shop;

/// <summary>Reads a day: a line for each thing that happened, with the customer's local time.</summary>
internal static class DayFile
{
    public static IEnumerable<(DateTimeOffset At, IncomingEvent? Fact)> Read(string path, DateOnly day, TimeZoneInfo zone)
    {
        foreach (string[] parts in File.ReadLines(path).Where(line => !line.StartsWith('#')).Select(line => line.Split(' ', 4)))
        {
            DateTime local = day.ToDateTime(TimeOnly.ParseExact(parts[0], "HH:mm", CultureInfo.InvariantCulture));
            var at = new DateTimeOffset(local, zone.GetUtcOffset(local));
            yield return (at, parts[1] == "ana" ? null : Fact(parts[1], parts[2], parts.ElementAtOrDefault(3) ?? ""));
        }
    }

    /// <summary>The same line twice is one fact that was reported twice.</summary>
    private static IncomingEvent Fact(string journey, string name, string words) =>
        new()
        {
            Journey = JourneyId.Parse(journey),
            Name = name,
            Id = $"{name}:{words}",
            Customer = ShopCustomers.Ana.Id,
            Data = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["words"] = words }),
        };
}
