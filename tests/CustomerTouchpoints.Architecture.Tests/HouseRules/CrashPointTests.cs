using System.Text.RegularExpressions;
using CustomerTouchpoints.Lifecycles.Validation;
using CustomerTouchpoints.Storage.Memory;

namespace CustomerTouchpoints.Architecture.Tests.HouseRules;

/// <summary>
/// Test builds have places to die at, for the proof with real kills. What ships has none of them, and does not look for the switch.
/// </summary>
public sealed partial class CrashPointTests
{
    private const string Begin = "#if CRASH_POINTS";
    private const string Switch = "CUSTOMERTOUCHPOINTS_CRASH_AT";

    [Test]
    public void What_ships_has_no_place_to_die_at()
    {
        Assert.That(
            House.Packages.SelectMany(package => package.GetTypes()).Where(type => type.Name.StartsWith("Crash", StringComparison.Ordinal)),
            Is.Empty
        );

        // Literals are kept as UTF-16.
        byte[] name = System.Text.Encoding.Unicode.GetBytes(Switch);
        Assert.That(House.Packages.Where(package => File.ReadAllBytes(package.Location).AsSpan().IndexOf(name) >= 0), Is.Empty);
    }

    [Test]
    public void Twelve_places_are_named_each_at_its_place_and_between_their_fences_only()
    {
        var outside = new List<string>();
        var places = new HashSet<string>();
        foreach (SourceFile file in House.Sources)
        {
            bool isFenced = false;
            foreach (string line in file.Lines)
            {
                isFenced = line == Begin || (isFenced && line != "#endif");
                if (NamesCrashPoint().IsMatch(line))
                {
                    outside.AddRange(isFenced ? [] : [$"{file.Path}: {line.Trim()}"]);
                    places.UnionWith(Place().Matches(line).Select(match => match.Groups["place"].Value));
                }
            }
        }

        Assert.That(outside, Is.Empty);
        Assert.That(places, Has.Count.EqualTo(12));
    }

    [GeneratedRegex(@"\bCrash\.At\b|\bCrashPoint\b")]
    private static partial Regex NamesCrashPoint();

    [GeneratedRegex(@"\bCrashPoint\.(?<place>\w+)")]
    private static partial Regex Place();
}
