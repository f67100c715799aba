using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Samples.Tests.SupportDesk;

/// <summary>A long log, written in every way that the sample reads.</summary>
internal sealed class OddLogTests
{
    [Test]
    public async Task A_log_of_a_thousand_rows_in_every_way_of_writing_comes_to_the_same()
    {
        IReadOnlyList<DeskRow> log = Invent(seed: 20);
        string written =
            "\uFEFF"
            + string.Join("\r\n", log.Select(WriteOddly).Prepend("\"note, with a comma\",when,\"the case\",\"what \"\"happened\"\"\""));

        DeskReckoning figures = await DeskRun.FiguresAsync(
            written,
            DeskHours.Office.Json,
            "--columns",
            "the case,\"what \"\"happened\"\"\",when"
        );

        Assert.That(log, Has.Count.GreaterThan(1000));
        Assert.That(figures, Is.EqualTo(DeskReckoning.Of(log, DeskHours.Office)));
        Assert.That(figures.Breaches, Is.InRange(10, figures.Cases - 10));
        Assert.That(figures.BusinessBreaches, Is.InRange(10, figures.Cases - 10));
        Assert.That(figures.Reopenings, Is.GreaterThan(20));
    }

    private static List<DeskRow> Invent(int seed)
    {
        // Randomness comes from a seed, by hand, so that a log is the same on every runtime.
        uint state = (uint)seed;
        int Next(int below) => (int)((state = (state * 1_664_525) + 1_013_904_223) >> 8) % below;
        string[] activities = ["WORKED", "ANSWERED", "WAITS", "RESOLVED", "CLOSED", "IGNORED", "something, \"else\""];
        var rows = new List<DeskRow>();
        for (int i = 0; i < 200; i++)
        {
            DateTime at = new DateTime(2026, 3, 20).AddMinutes(Next(60 * 24 * 21));
            int count = 1 + Next(12);
            for (int k = 0; k < count; k++)
            {
                rows.Add(new DeskRow($"case {i % 170}\n\"{i}\"", activities[Next(activities.Length)], at));
                at = at.AddMinutes(Next(4) == 0 ? 0 : Next(60 * (Next(5) == 0 ? 60 : 3)));
            }
        }

        // Any order that keeps the rows of one instant as they are.
        return [.. rows.OrderBy(row => row.AtUtc.Minute)];
    }

    private static string WriteOddly(DeskRow row, int index)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
        DateTime local = TimeZoneInfo.ConvertTimeFromUtc(row.AtUtc, zone);
        string time = (index % 6) switch
        {
            0 => $"{row.AtUtc:yyyy-MM-dd HH:mm:ss.fff}Z",
            1 => $"{local:yyyy-MM-ddTHH:mm}",
            2 => string.Create(CultureInfo.InvariantCulture, $"{local:yyyy/MM/dd HH:mm:ss.fff}"),
            3 => $"{new DateTimeOffset(local, zone.GetUtcOffset(local)):yyyy-MM-ddTHH:mm:ss.ffffffzzz}",
            4 => $" {row.AtUtc.AddHours(-4):yyyy-MM-dd HH:mm:ss} -0400 ",
            _ => $"{row.AtUtc.AddHours(5.5):yyyy-MM-ddTHH:mm:ss}+05:30",
        };
        string[] fields =
        [
            index % 3 == 0 ? "a note, of\r\ntwo lines"
            : index % 3 == 1 ? ""
            : "5\" screen",
            time,
            row.Case,
            row.Activity,
        ];
        var line = new StringBuilder(index % 50 == 0 ? "\r\n" : "");
        return line.AppendJoin(
                ',',
                fields.Select(
                    (field, place) =>
                        field.AsSpan().IndexOfAny(",\n\"") >= 0 && !(place == 0 && index % 3 == 2)
                            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                            : field
                )
            )
            .ToString();
    }
}
