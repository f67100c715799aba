using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Architecture.Tests.HouseRules;

/// <summary>
/// Bugs are planted for the simulation, and places to die at for the proof with real kills, by patches of <c>tests/Planted</c> in a copy
/// of the source. What ships has none of them, and no way to switch one on.
/// </summary>
public sealed partial class PlantedBugTests
{
    private const string Switch = "CUSTOMERTOUCHPOINTS_CRASH_AT";

    private static readonly string Planted = Path.Combine(House.Root, "tests/Planted");

    [Test]
    public void What_ships_has_no_planted_bug_and_no_place_to_die_at()
    {
        Assert.That(
            House
                .Packages.SelectMany(package => package.GetTypes())
                .Where(type => NamesPlanted().IsMatch(type.Name))
                .Select(type => type.Name),
            Is.Empty
        );

        // Literals are kept as UTF-16.
        byte[] name = System.Text.Encoding.Unicode.GetBytes(Switch);
        Assert.That(House.Packages.Where(package => File.ReadAllBytes(package.Location).AsSpan().IndexOf(name) >= 0), Is.Empty);
    }

    [Test]
    public void The_source_is_the_same_for_every_build() => Assert.That(Lines(Directive()), Is.Empty, "no #if: see docs/testing.md");

    [Test]
    public void The_source_names_no_planted_bug_and_no_place_to_die_at() => Assert.That(Lines(NamesPlanted()), Is.Empty);

    [TestCase("PlantedBug", 50)]
    [TestCase("CrashPoint", 12)]
    public void Each_has_a_patch_that_names_it_and_each_patch_is_listed(string kind, int atLeast)
    {
        string listing = File.ReadAllText(Path.Combine(Planted, $"Files/src/CustomerTouchpoints/{kind}.cs"));
        string[] listed = [.. Member().Matches(listing).Select(match => match.Groups["name"].Value).Where(name => name != "None")];
        var named = new List<string>();
        foreach (string patch in Directory.EnumerateFiles(Path.Combine(Planted, "Patches"), $"{kind}.*.patch"))
        {
            string[] names = Path.GetFileNameWithoutExtension(patch)[(kind.Length + 1)..].Split('+');
            string added = string.Join('\n', File.ReadLines(patch).Where(line => line.StartsWith('+')));
            Assert.That(names.Where(name => !Regex.IsMatch(added, $@"\b{kind}\.{name}\b")), Is.Empty, patch);
            named.AddRange(names);
        }

        Assert.That(named, Is.EquivalentTo(listed));
        Assert.That(listed, Has.Length.GreaterThanOrEqualTo(atLeast));
    }

    [Test]
    public async Task Every_patch_applies_to_the_source()
    {
        using Process check = Process.Start(
            new ProcessStartInfo("bash", [Path.Combine(House.Root, "eng/plant.sh"), "--check"]) { RedirectStandardError = true }
        )!;
        string error = await check.StandardError.ReadToEndAsync();
        await check.WaitForExitAsync();
        Assert.That(check.ExitCode, Is.Zero, error);
    }

    private static IEnumerable<string> Lines(Regex offending) =>
        House.Sources.SelectMany(file => file.Lines.Where(line => offending.IsMatch(line)).Select(line => $"{file.Path}: {line.Trim()}"));

    [GeneratedRegex(@"^\s*#\s*(if|elif|else|endif|define|undef)\b")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\bPlanted(Bug)?\b|\bCrash\.At|\bCrashPoint\b")]
    private static partial Regex NamesPlanted();

    [GeneratedRegex(@"^    (?<name>\w+),$", RegexOptions.Multiline)]
    private static partial Regex Member();
}
