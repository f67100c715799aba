using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>What becomes of journeys whose version of a lifecycle is no longer registered: the dry run of a deployment.</summary>
/// <param name="Journeys">Each state in which journeys are, closed ones left out.</param>
/// <param name="Messages">Each rule of which messages wait and which this version does not have: their messages will be skipped.</param>
public sealed record UpgradeReport(IReadOnlyList<JourneyMove> Journeys, IReadOnlyList<SkippedMessages> Messages)
{
    /// <summary>Whether journeys would be stranded; the start is then refused.</summary>
    public bool Strands => Journeys.Any(move => move.IsStranded);

    /// <summary>The report, a line each.</summary>
    public override string ToString()
    {
        var words = new StringBuilder();
        foreach (JourneyMove move in Journeys)
        {
            words.AppendLine(CultureInfo.InvariantCulture, $"{move}");
        }

        foreach (SkippedMessages skipped in Messages)
        {
            words.AppendLine(CultureInfo.InvariantCulture, $"{skipped}");
        }

        return words.Length == 0 ? "no journey changes its version" : words.ToString();
    }
}
