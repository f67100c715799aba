using System.Globalization;
using System.Text.Json;
using CustomerTouchpoints.Responses;
using NodaTime;

namespace SupportDesk.Reading;

/// <summary>Reads a map: strictly, because a key that nobody reads is a target that nobody keeps.</summary>
internal sealed class MapReader
{
    private const double MostHours = 87_600;

    private static readonly JsonDocumentOptions Format = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };
    private static readonly string[] Keys = ["zone", "hours", "target_hours", "target_business_hours", "map"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] TimesOfDay = ["HH:mm", "H:mm", "HH:mm:ss"];

    private readonly string name;
    private readonly JsonElement root;

    private MapReader(string name, JsonElement root)
    {
        this.name = name;
        this.root = root;
    }

    /// <exception cref="InputException">The file can't be read, or something in it is not known or makes no sense.</exception>
    public static DeskMap Read(string file)
    {
        string name = Path.GetFileName(file);
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file), Format);
            return new MapReader(name, document.RootElement).Read();
        }
        catch (JsonException fault)
        {
            throw new InputException($"{name} is not JSON: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The map can't be read: {fault.Message}");
        }
    }

    private DeskMap Read()
    {
        RequireObject(root, "the map");
        foreach (JsonProperty property in root.EnumerateObject().Where(property => !Keys.Contains(property.Name)))
        {
            throw Fault($"\"{property.Name}\" is not known; there are {string.Join(", ", Keys)}");
        }

        string zone = Find("zone") is { } given ? Text(given, "zone") : "Etc/UTC";
        return new DeskMap
        {
            Zone =
                DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
                ?? throw Fault($"zone: \"{zone}\" is not known. Write an IANA name, like Europe/Rome"),
            Hours = Find("hours") is { } hours ? Hours(hours, zone) : BusinessCalendar.AlwaysOpen,
            Target = Target("target_hours"),
            BusinessTarget = Target("target_business_hours"),
            Meanings = Find("map") is { } map
                ? Meanings(map)
                : throw Fault("it has no \"map\". Say what activities mean: \"map\": { \"Closed\": \"closed\" }"),
        };
    }

    private BusinessCalendar Hours(JsonElement hours, string zone)
    {
        RequireObject(hours, "hours");
        BusinessCalendarBuilder calendar = BusinessCalendar.In(zone);
        foreach (JsonProperty day in hours.EnumerateObject())
        {
            int index = Array.IndexOf(Days, day.Name);
            if (index < 0)
            {
                throw Fault($"hours: \"{day.Name}\" is no day. There are mon, tue, wed, thu, fri, sat, sun");
            }

            RequireObject(day.Value, $"hours of {day.Name}");
            foreach (JsonProperty interval in day.Value.EnumerateObject())
            {
                string place = $"hours of {day.Name}";
                TimeOnly from = TimeOfDay(interval.Name, place);
                string end = Text(interval.Value, place);
                TimeOnly to = end == "24:00" ? TimeOnly.MinValue : TimeOfDay(end, place);
                if (from == to && from != TimeOnly.MinValue)
                {
                    throw Fault(
                        $"{place}: \"{interval.Name}\" to \"{end}\" is no time. Leave it out, or write \"00:00\": \"24:00\" for the "
                            + "whole day"
                    );
                }

                calendar.Open((DayOfWeek)index, from, to);
            }
        }

        try
        {
            return calendar.Build();
        }
        catch (InvalidOperationException)
        {
            throw Fault(
                "hours: it is never open. Give a day its hours, like \"mon\": { \"09:00\": \"18:00\" }, or leave \"hours\" out for "
                    + "always open"
            );
        }
    }

    private TimeSpan? Target(string key)
    {
        if (Find(key) is not { } given)
        {
            return null;
        }

        return given.ValueKind == JsonValueKind.Number && given.TryGetDouble(out double hours) && hours is > 0 and <= MostHours
            ? TimeSpan.FromMicroseconds(Math.Round(hours * 3_600_000_000))
            : throw Fault(
                $"{key}: {given.GetRawText()} is no number of hours, more than 0 and at most {MostHours}. Leave it out where there is "
                    + "no target"
            );
    }

    private Dictionary<string, Meaning> Meanings(JsonElement map)
    {
        RequireObject(map, "map");
        var meanings = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        foreach (JsonProperty activity in map.EnumerateObject())
        {
            string word = Text(activity.Value, $"map of \"{activity.Name}\"");
            meanings[activity.Name.Trim()] =
                Enum.GetValues<Meaning>().Cast<Meaning?>().FirstOrDefault(meaning => WordOf(meaning!.Value) == word)
                ?? throw Fault(
                    $"map of \"{activity.Name}\": \"{word}\" is no meaning. There are worked, answered, waits, resolved, closed, ignored"
                );
        }

        return meanings;
    }

    private JsonElement? Find(string key) =>
        root.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string WordOf(Meaning meaning) => meaning.ToString().ToLowerInvariant();

    private TimeOnly TimeOfDay(string text, string place) =>
        TimeOnly.TryParseExact(text, TimesOfDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : throw Fault($"{place}: \"{text}\" is no time of day. Write it like 09:00");

    private string Text(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw Fault($"{place}: {value.GetRawText()} is no text. Write it in quotes");

    private void RequireObject(JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Fault($"{place}: {value.ValueKind} is no object. Write it in braces, as --help shows");
        }
    }

    private InputException Fault(string what) => new($"{name}: {what}.");
}
