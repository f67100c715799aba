using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CustomerTouchpoints.Samples.Tests.SupportDesk;

/// <summary>"How long will it take?", asked for logs that were made up.</summary>
internal sealed class EstimateTests
{
    private const string Map = """{ "map": { "taken": "worked", "done": "resolved" } }""";

    [Test]
    public async Task Ranges_hold_as_often_as_they_say()
    {
        Dictionary<string, double?> figures = await FiguresAsync(Log(800, new Random(7)));
        Assert.That(figures.Keys, Is.EqualTo(["cases", "claimed", "coverage_50", "coverage_80", "coverage_95", "width_80_hours_median"]));
        Assert.Multiple(() =>
        {
            Assert.That(figures["cases"], Is.EqualTo(400));
            Assert.That(figures["claimed"], Is.EqualTo(400));
            Assert.That(figures["coverage_50"], Is.EqualTo(50).Within(5));
            Assert.That(figures["coverage_80"], Is.EqualTo(80).Within(5));
            Assert.That(figures["coverage_95"], Is.EqualTo(95).Within(5));
            Assert.That(figures["width_80_hours_median"], Is.EqualTo(10 * Math.Log(9)).Within(4), "of an exponential one");
        });
    }

    [Test]
    public async Task A_short_log_says_nothing()
    {
        Dictionary<string, double?> figures = await FiguresAsync(Log(40, new Random(7)));
        Assert.That(figures["claimed"], Is.LessThan(20));
        figures = await FiguresAsync(Log(20, new Random(7)));
        Assert.That(figures["claimed"], Is.Zero);
        Assert.That(figures["coverage_80"], Is.Null);
        Assert.That(figures["width_80_hours_median"], Is.Null);
    }

    [Test]
    public async Task People_get_a_table()
    {
        (int exitCode, string output, _) = await DeskRun.OnAsync(Log(200, new Random(7)), Map, "--estimate");
        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Does.Contain("How long will it take?").And.Contain("nearly all").And.Contain("95 %"));
    }

    private static async Task<Dictionary<string, double?>> FiguresAsync(string log)
    {
        (int exitCode, string output, string error) = await DeskRun.OnAsync(log, Map, "--estimate", "--json");
        Assert.That(exitCode, Is.Zero, error);
        return JsonSerializer.Deserialize<Dictionary<string, double?>>(output.TrimEnd().Split('\n')[^1])!;
    }

    /// <summary>Cases that open every three hours, take ten in the mean, and are taken in between.</summary>
    private static string Log(int cases, Random random)
    {
        var rows = new List<(double At, string Row)>();
        double opened = 0;
        for (int i = 0; i < cases; i++)
        {
            opened -= 3 * Math.Log(1 - random.NextDouble());
            double takes = -10 * Math.Log(1 - random.NextDouble());
            rows.Add((opened, $"{i},opened"));
            rows.Add((opened + (takes / 2), $"{i},taken"));
            rows.Add((opened + takes, $"{i},done"));
        }

        var log = new StringBuilder("case,activity,time\n");
        foreach ((double at, string row) in rows.OrderBy(row => row.At))
        {
            log.Append(CultureInfo.InvariantCulture, $"{row},{new DateTime(2026, 1, 5).AddHours(at):yyyy-MM-ddTHH:mm:ss.fffZ}\n");
        }

        return log.ToString();
    }
}
