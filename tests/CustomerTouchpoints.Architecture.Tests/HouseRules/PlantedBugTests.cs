using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Architecture.Tests.HouseRules;

/// <summary>
/// Bugs are planted for the simulation, in builds of their own. What ships has none of them, and no way to switch one on.
/// </summary>
public sealed partial class PlantedBugTests
{
    private const string Begin = "#if PLANTED_BUGS";

    [Test]
    public void What_ships_has_no_planted_bug() =>
        Assert.That(
            House
                .Packages.SelectMany(package => package.GetTypes())
                .Where(type => type.Name.StartsWith("Planted", StringComparison.Ordinal)),
            Is.Empty
        );

    [Test]
    public void Planted_bugs_are_named_between_their_fences_only()
    {
        var outside = new List<string>();
        int inside = 0;
        foreach (SourceFile file in House.Sources)
        {
            bool isFenced = false;
            foreach (string line in file.Lines)
            {
                isFenced = line == Begin || (isFenced && line != "#endif");
                if (NamesPlantedBug().IsMatch(line))
                {
                    inside += isFenced ? 1 : 0;
                    outside.AddRange(isFenced ? [] : [$"{file.Path}: {line.Trim()}"]);
                }
            }
        }

        Assert.That(outside, Is.Empty);
        Assert.That(inside, Is.GreaterThanOrEqualTo(20), "The simulation has to find at least twenty bugs.");
    }

    [GeneratedRegex(@"\bPlanted(Bug)?\b")]
    private static partial Regex NamesPlantedBug();
}
