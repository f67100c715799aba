using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Architecture.Tests.HouseRules;

/// <summary>Rules of the house that the source itself shows. Each test lists every offender.</summary>
public sealed partial class SourceRules
{
    private const int DeepestNamespace = 3;
    private const string NamespaceOfHosts = "Microsoft.Extensions.DependencyInjection";

    /// <summary>What lies in a room of its own, and is named by hosts in every file: its namespace is the root's.</summary>
    private static readonly string[] NamedInEveryFile = ["LifecycleBuilder", "ICustomerDirectory", "Reason", "ReasonWords"];

    [Test]
    public void Namespaces_of_what_is_inside_follow_folders() =>
        Assert.That(
            House.Sources.Where(file =>
                !file.IsPublic && file.Namespace != NamespaceOfHosts && file.Namespace != string.Join('.', file.Folders)
            ),
            Is.Empty
        );

    [Test]
    public void What_hosts_see_is_in_the_namespace_of_its_room_however_deep_it_lies() =>
        Assert.That(
            House.Sources.Where(file =>
                file.IsPublic
                && file.Namespace != NamespaceOfHosts
                && file.Namespace
                    != (NamedInEveryFile.Contains(file.Name) ? file.Folders[0] : string.Join('.', file.Folders.Take(RoomsOf(file))))
            ),
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
                && file.Namespace is not ("CustomerTouchpoints.Messages.Formatting" or "CustomerTouchpoints.Messages")
            ),
            Is.Empty
        );

    /// <summary>The library has rooms within rooms, and hosts see the outer ones; other packages are as deep as they are.</summary>
    private static int RoomsOf(SourceFile file) => file.Folders[0] == "CustomerTouchpoints" ? 2 : file.Folders.Count;

    [GeneratedRegex(
        @"^(?:public|internal|file)\s+(?:(?:static|sealed|abstract|partial|readonly|unsafe|ref)\s+)*"
            + @"(?:class|record struct|record class|record|struct|interface|enum|delegate\s+[\w<>?,\.\[\] ]+?)\s+(?<name>\w+)"
    )]
    private static partial Regex TopLevelType();

    [GeneratedRegex("Util|Manager|Common|Misc")]
    private static partial Regex CatchAll();
}
