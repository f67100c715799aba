using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>What the questions about a host's health come to: the facts, and what of them is wrong.</summary>
/// <param name="now">The instant that ages count to.</param>
/// <remarks>For one who asks.</remarks>
internal sealed class Examination(DateTimeOffset now)
{
    private readonly Dictionary<string, object> data = [];
    private readonly List<HealthFinding> findings = [];
    private readonly List<string> words = [];

    public DateTimeOffset Now => now;

    public IReadOnlyList<HealthFinding> Findings => findings;

    /// <summary>What kept a question from being answered; null when nothing did.</summary>
    public Exception? Exception { get; init; }

    /// <summary>A number of seconds as reasons tell it.</summary>
    public static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>Notes a fact, whether or not it is as it should be.</summary>
    public void Note(string name, object value) => data[name] = value;

    /// <summary>Says what is worth knowing though nothing is wrong.</summary>
    public void Say(Reason reason) => words.Add(reason.ToString());

    /// <summary>Notes that something is wrong.</summary>
    /// <param name="status">How bad it is.</param>
    /// <param name="reason">What it is.</param>
    /// <param name="subject">What of several it is about; empty where there is one.</param>
    public void Find(HealthStatus status, Reason reason, string subject = "") => Find(status, reason.Code, reason.ToString(), subject);

    /// <summary>The same, in other words than the reason's own.</summary>
    public void Find(HealthStatus status, string code, string told, string subject = "")
    {
        findings.Add(new HealthFinding(status, code, subject, told));
        words.Add(told);
    }

    /// <summary>All of it as the host's health: as bad as the worst, whose code is the reason.</summary>
    public HealthCheckResult ToResult()
    {
        HealthFinding? worst = findings.MinBy(finding => finding.Status);
        if (worst is not null)
        {
            data["reason"] = worst.Code;
            data["reasons"] = findings.Select(finding => finding.Code).Distinct().ToArray();
        }

        return new HealthCheckResult(worst?.Status ?? HealthStatus.Healthy, string.Join("; ", words), Exception, data);
    }
}
