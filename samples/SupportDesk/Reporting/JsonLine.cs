using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SupportDesk.Reporting;

/// <summary>The figures as one line, for programs.</summary>
internal static class JsonLine
{
    public static string Of(EstimateFigures figures) =>
        Write(json =>
        {
            json.WriteNumber("cases", figures.Cases);
            json.WriteNumber("claimed", figures.Claimed);
            WriteTenths(json, "coverage_50", figures.Coverage50);
            WriteTenths(json, "coverage_80", figures.Coverage80);
            WriteTenths(json, "coverage_95", figures.Coverage95);
            WriteTenths(json, "width_80_hours_median", figures.MedianWidth80Hours);
        });

    public static string Of(DeskFigures figures) =>
        Write(json =>
        {
            json.WriteNumber("cases", figures.Cases);
            json.WriteNumber("resolved", figures.Resolved);
            json.WriteNumber("reopenings", figures.Reopenings);
            WriteTenths(json, "resolution_hours_median", DeskFigures.HoursAt(figures.Resolutions, 50));
            WriteTenths(json, "resolution_hours_p90", DeskFigures.HoursAt(figures.Resolutions, 90));
            json.WriteNumber("breaches", figures.Breaches);
            json.WriteNumber("breaches_business", figures.BusinessBreaches);
            json.WriteNumber("events_per_second", Math.Round(figures.EventsPerSecond));
        });

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteTenths(Utf8JsonWriter json, string name, double? number)
    {
        json.WritePropertyName(name);
        if (number is { } value)
        {
            json.WriteRawValue(value.ToString("0.0", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
