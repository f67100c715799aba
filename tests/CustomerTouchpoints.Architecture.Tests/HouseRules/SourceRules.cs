using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Architecture.Tests.HouseRules;

/// <summary>Rules of the house that the source itself shows. Each test lists every offender.</summary>
public sealed partial class SourceRules
{
    private const int DeepestNamespace = 3;
    private const string NamespaceOfHosts = "Microsoft.Extensions.DependencyInjection";

    /// <summary>What decisions must not know: they are pure.</summary>
    private static readonly string[] OutsideOfDecisions =
    [
        "Storage",
        "Processing",
        "Dispatching",
        "Reading",
        "Messages",
        "Diagnostics",
        "Auditing",
    ];

    /// <summary>The rooms of words and rules; the rooms where work is done know them, and never the other way round.</summary>
    private static readonly string[] Concepts =
    [
        "Customers",
        "Events",
        "Lifecycles",
        "Touchpoints",
        "Channels",
        "Messages",
        "Switches",
        "Responses",
        "Decisions",
        "Auditing",
    ];

    [Test]
    public void Namespaces_follow_folders() =>
        Assert.That(
            House.Sources.Where(file => file.Namespace != NamespaceOfHosts && file.Namespace != string.Join('.', file.Folders)),
            Is.Empty
        );

    [Test]
    public void Namespaces_are_at_most_three_deep() =>
        Assert.That(
            House.Sources.Where(file => file.Namespace!.Split('.').Length > DeepestNamespace && file.Namespace != NamespaceOfHosts),
            Is.Empty
        );

    [Test]
    public void A_file_has_one_type_at_its_top_and_its_name() =>
        Assert.That(
            House
                .Sources.Select(file =>
                    (
                        file.Path,
                        Types: file.Lines.Select(line => TopLevelType().Match(line))
                            .Where(match => match.Success)
                            .Select(match => match.Groups["name"].Value)
                            .ToArray(),
                        file.Name
                    )
                )
                .Where(file => file.Types.Length != 1 || file.Types[0] != file.Name.Split('{')[0])
                .Select(file => $"{file.Path}: {string.Join(", ", file.Types)}"),
            Is.Empty
        );

    [Test]
    public void No_name_says_that_nobody_found_one() =>
        Assert.That(House.Sources.Where(file => file.Folders.Append(file.Name).Any(name => CatchAll().IsMatch(name))), Is.Empty);

    [Test]
    public void Only_functions_of_templates_are_called_helpers() =>
        Assert.That(
            House.Sources.Where(file =>
                file.Name.Contains("Helper", StringComparison.Ordinal)
                && file.Namespace is not ("CustomerTouchpoints.Messages.Formatting" or "CustomerTouchpoints.Messages.Templates")
            ),
            Is.Empty
        );

    [Test]
    public void Decisions_know_nothing_of_storage_sending_or_messages() => Assert.That(Uses("Decisions", OutsideOfDecisions), Is.Empty);

    [Test]
    public void No_concept_knows_who_processes_or_dispatches_it() =>
        Assert.That(Concepts.SelectMany(concept => Uses(concept, ["Processing", "Dispatching"])), Is.Empty);

    /// <summary>The lines of a folder that name a namespace it must not know, by a using or in full.</summary>
    private static IEnumerable<string> Uses(string folder, IReadOnlyList<string> forbidden)
    {
        SourceFile[] files =
        [
            .. House.Sources.Where(file => file.Path.StartsWith($"src/CustomerTouchpoints/{folder}/", StringComparison.Ordinal)),
        ];
        Assert.That(files, Is.Not.Empty, $"There is no folder {folder} any more: this rule guards nothing.");
        return files.SelectMany(file =>
            file.Lines.Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
                .SelectMany(line => NamesNamespace().Matches(line))
                .Select(match => match.Groups["name"].Value)
                .Where(forbidden.Contains)
                .Select(name => $"{file.Path} uses {name}")
        );
    }

    [GeneratedRegex(
        @"^(?:public|internal|file)\s+(?:(?:static|sealed|abstract|partial|readonly|unsafe|ref)\s+)*"
            + @"(?:class|record struct|record class|record|struct|interface|enum|delegate\s+[\w<>?,\.\[\] ]+?)\s+(?<name>\w+)"
    )]
    private static partial Regex TopLevelType();

    [GeneratedRegex("Util|Manager|Common|Misc")]
    private static partial Regex CatchAll();

    [GeneratedRegex(
        @"(?:using (?:static )?CustomerTouchpoints\.|(?<![\w.""/])CustomerTouchpoints\."
            + @"|(?<![\w.""/<])(?=(?:Storage|Processing|Dispatching|Diagnostics|Reading)\.[A-Z]))(?<name>[A-Z]\w+)"
    )]
    private static partial Regex NamesNamespace();
}
