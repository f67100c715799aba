using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SupportDesk.Reporting;

/// <summary>The figures as one line, for programs.</summary>
internal static class JsonLine
{
    public static string Of(DeskFigures figures)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("cases", figures.Cases);
            json.WriteNumber("resolved", figures.Resolved);
            json.WriteNumber("reopenings", figures.Reopenings);
            WriteHours(json, "resolution_hours_median", DeskFigures.HoursAt(figures.Reviews, 50));
            WriteHours(json, "resolution_hours_p90", DeskFigures.HoursAt(figures.Reviews, 90));
            json.WriteNumber("breaches", figures.Breaches);
            json.WriteNumber("breaches_business", figures.BusinessBreaches);
            json.WriteNumber("events_per_second", Math.Round(figures.EventsPerSecond));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteHours(Utf8JsonWriter json, string name, double? hours)
    {
        json.WritePropertyName(name);
        if (hours is { } value)
        {
            json.WriteRawValue(value.ToString("0.0", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
