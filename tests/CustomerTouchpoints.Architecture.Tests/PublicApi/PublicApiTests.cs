using System.Reflection;
using System.Text;
using global::PublicApiGenerator;
using Microsoft.AspNetCore.Components;

namespace CustomerTouchpoints.Architecture.Tests.PublicApi;

/// <summary>What hosts can see of each package is approved, line by line: nothing appears, changes or goes unnoticed.</summary>
public sealed class PublicApiTests
{
    private const string Approval = "APPROVE_API";

    /// <summary>
    /// What a host calls on its services and its builder lies in a namespace of Microsoft's, and belongs to the face. Components of pages
    /// are public because their compiler knows nothing else, and do not.
    /// </summary>
    private static ApiGeneratorOptions OptionsFor(Assembly assembly) =>
        new()
        {
            IncludeAssemblyAttributes = false,
            DenyNamespacePrefixes = [],
            IncludeTypes =
            [
                .. assembly.GetExportedTypes().Where(type => House.IsWritten(type) && !type.IsAssignableTo(typeof(IComponent))),
            ],
        };

    [TestCaseSource(typeof(House), nameof(House.PackageNames))]
    public void The_public_face_is_the_approved_one(string package)
    {
        Assembly assembly = House.Packages.Single(assembly => assembly.GetName().Name == package);
        string[] seen = assembly.GeneratePublicApi(OptionsFor(assembly)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        string file = Path.Combine(House.Root, "tests", "CustomerTouchpoints.Architecture.Tests", "PublicApi", $"{package}.txt");
        if (Environment.GetEnvironmentVariable(Approval) == "1")
        {
            File.WriteAllText(file, string.Join('\n', seen) + "\n");
        }

        string[] approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        string differences = Differences(approved, seen);
        Assert.That(
            differences,
            Is.Empty,
            $"{package} shows another face than {Path.GetRelativePath(House.Root, file)}. To approve it: {Approval}=1 dotnet test "
                + "tests/CustomerTouchpoints.Architecture.Tests"
        );
    }

    [Test]
    public void No_package_is_left_without_an_approved_face() =>
        Assert.That(
            Directory
                .EnumerateDirectories(Path.Combine(House.Root, "src"))
                .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
                .Select(Path.GetFileName),
            Is.EquivalentTo(House.PackageNames)
        );

    /// <summary>The lines that are gone and the lines that are new, below the type that they belong to.</summary>
    private static string Differences(IReadOnlyList<string> approved, IReadOnlyList<string> seen)
    {
        var before = WithTypes(approved).ToHashSet();
        var now = WithTypes(seen).ToHashSet();
        var words = new StringBuilder();
        foreach (
            IGrouping<string, (string Type, string Line, char Sign)> type in before
                .Except(now)
                .Select(line => (line.Type, line.Line, Sign: '-'))
                .Concat(now.Except(before).Select(line => (line.Type, line.Line, Sign: '+')))
                .GroupBy(line => line.Type)
                .OrderBy(type => type.Key, StringComparer.Ordinal)
        )
        {
            words.Append('\n').Append(type.Key);
            foreach ((_, string line, char sign) in type.OrderBy(line => line.Line, StringComparer.Ordinal))
            {
                words.Append('\n').Append(sign).Append(' ').Append(line.Trim());
            }
        }

        return words.ToString();
    }

    /// <summary>Each line below the namespace's own type around it.</summary>
    private static IEnumerable<(string Type, string Line)> WithTypes(IEnumerable<string> lines)
    {
        string type = "";
        foreach (string line in lines.Where(line => line.Trim() is not ("" or "{" or "}")))
        {
            bool isType = line.StartsWith("    ", StringComparison.Ordinal) && line[4] is not (' ' or '[');
            type = isType ? line.Trim() : type;
            yield return (type, line);
        }
    }
}
