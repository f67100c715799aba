using System.Text.RegularExpressions;
using CustomerTouchpoints.Architecture.Tests.Rooms;

namespace CustomerTouchpoints.Architecture.Tests.Documents;

/// <summary>What the documentation names is there: types, folders, pages, options.</summary>
public sealed partial class DocumentTests
{
    private const string Architecture = "docs/architecture.md";

    /// <summary>Words that look like types and are none of ours: parts of .NET and of others, and names that examples give.</summary>
    private static readonly string[] Others =
    [
        "BackgroundService",
        "TimeProvider",
        "DateTimeOffset",
        "TimeSpan",
        "JsonTypeInfo",
        "FluentValidation",
        "NodaTime",
        "Markdig",
        "FsCheck",
    ];

    private static IEnumerable<string> Pages =>
        Directory
            .EnumerateFiles(Path.Combine(House.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(House.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    [Test]
    public void Every_type_that_the_architecture_names_exists()
    {
        var names = House.Types.Select(type => type.Name.Split('`')[0]).Concat(House.PackageNames).Concat(Others).ToHashSet();
        var members = House
            .Types.SelectMany(type => type.GetMembers(Everything).Select(member => $"{type.Name}.{member.Name}"))
            .ToHashSet();
        string[] missing = [.. Spans(Architecture).Where(IsTypeName).Where(name => !names.Contains(name))];
        string[] missingMembers =
        [
            .. Spans(Architecture)
                .Where(span => MemberName().IsMatch(span) && !House.PackageNames.Contains(span))
                .Where(name => !members.Contains(name) && !IsNested(name)),
        ];
        Assert.That(missing.Concat(missingMembers), Is.Empty);
        Assert.That(Spans(Architecture).Count(IsTypeName), Is.GreaterThan(15), "The page names hardly any type: this test guards nothing.");
    }

    [Test]
    public void Every_room_and_every_package_has_its_line_in_the_architecture() =>
        Assert.That(
            ListedFolder().Matches(Read(Architecture)).Select(match => match.Groups["name"].Value),
            Is.SupersetOf(RoomTests.Rooms.Where(room => !room.StartsWith("(root)", StringComparison.Ordinal)).Concat(House.PackageNames))
        );

    [Test]
    public void Every_folder_that_the_architecture_names_exists() =>
        Assert.That(
            ListedFolder()
                .Matches(Read(Architecture))
                .Select(match => match.Groups["name"].Value)
                .Concat(Spans(Architecture).Where(span => span.EndsWith('/')))
                .Where(name =>
                    !Directory.Exists(Path.Combine(House.Root, "src", "CustomerTouchpoints", name))
                    && !Directory.Exists(Path.Combine(House.Root, "src", name))
                    && !Directory.Exists(Path.Combine(House.Root, "tests", "CustomerTouchpoints.Tests", name))
                    && !Directory.Exists(Path.Combine(House.Root, name))
                ),
            Is.Empty
        );

    [Test]
    public void The_architecture_tells_the_order_of_rooms_that_is_enforced() =>
        Assert.That(
            OrderOfRooms()
                .Match(Read(Architecture))
                .Groups["rooms"]
                .Value.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Is.EqualTo(RoomTests.Rooms)
        );

    [TestCase("Input")]
    [TestCase("JourneyMemory")]
    [TestCase("JourneyPart")]
    [TestCase("CustomerChange")]
    public void Everything_of_a_kind_has_its_place_in_the_architecture(string kind)
    {
        string[] all = [.. House.Types.Where(type => type.BaseType?.Name == kind).Select(type => type.Name)];
        Assert.That(all, Is.Not.Empty);
        Assert.That(all.Except(Spans(Architecture)), Is.Empty);
    }

    [Test]
    public void Ten_questions_end_the_architecture_and_each_is_answered_by_one_folder() =>
        Assert.That(AnsweredByFolder().Count(Read(Architecture).Split("## Where does X live?")[1]), Is.EqualTo(10));

    [TestCaseSource(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page) =>
        Assert.That(
            Link()
                .Matches(Read(page))
                .Select(match => match.Groups["target"].Value)
                .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
                .Where(target => !Path.Exists(Path.Combine(House.Root, Path.GetDirectoryName(page)!, target.Split('#')[0]))),
            Is.Empty
        );

    [Test]
    public void Every_log_event_has_its_line_in_the_operations_page_and_an_id_of_its_own()
    {
        (string Id, string File)[] events =
        [
            .. House.Sources.SelectMany(file =>
                file.Lines.Select(line => LogEvent().Match(line))
                    .Where(match => match.Success)
                    .Select(match => (match.Groups["id"].Value, file.Path))
            ),
        ];
        string operations = Read("docs/operations.md");
        Assert.That(events, Is.Not.Empty);
        Assert.That(events.Select(each => each.Id), Is.Unique);
        Assert.That(events.Where(each => !operations.Contains($"| {each.Id} |", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_instrument_has_its_line_in_the_operations_page()
    {
        string[] instruments =
        [
            .. House
                .Sources.SelectMany(file => file.Lines)
                .SelectMany(line => Instrument().Matches(line))
                .Select(match => match.Groups["name"].Value)
                .Distinct(),
        ];
        string operations = Read("docs/operations.md");
        Assert.That(instruments, Is.Not.Empty);
        Assert.That(instruments.Where(name => !operations.Contains($"`{name}`", StringComparison.Ordinal)), Is.Empty);
    }

    private const System.Reflection.BindingFlags Everything =
        System.Reflection.BindingFlags.Public
        | System.Reflection.BindingFlags.NonPublic
        | System.Reflection.BindingFlags.Instance
        | System.Reflection.BindingFlags.Static;

    private static string Read(string page) => File.ReadAllText(Path.Combine(House.Root, page));

    /// <summary>What stands between single backticks, outside of blocks of code.</summary>
    private static IEnumerable<string> Spans(string page) =>
        Code().Matches(Block().Replace(Read(page), "")).Select(match => match.Groups["code"].Value);

    private static bool IsTypeName(string span) => TypeName().IsMatch(span);

    private static bool IsNested(string name) =>
        House.Types.Any(type => type.DeclaringType is { } outer && $"{outer.Name}.{type.Name}" == name);

    /// <summary>Two capitals with small letters between them, or an interface: <c>LifecycleDefinition</c>, <c>IChannelSender</c>.</summary>
    [GeneratedRegex("^(?:[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+|I[A-Z][a-z]\\w*)$")]
    private static partial Regex TypeName();

    [GeneratedRegex("^[A-Z]\\w+\\.[A-Z]\\w+$")]
    private static partial Regex MemberName();

    [GeneratedRegex("`(?<code>[^`\\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^\\s*(?<name>[A-Za-z][\\w./]*)/(?:\\s|$)", RegexOptions.Multiline)]
    private static partial Regex ListedFolder();

    [GeneratedRegex("<!-- order of rooms -->\\n```text\\n(?<rooms>.*?)```", RegexOptions.Singleline)]
    private static partial Regex OrderOfRooms();

    [GeneratedRegex("^\\|[^|]+\\? \\| `[\\w/]+/` \\|$", RegexOptions.Multiline)]
    private static partial Regex AnsweredByFolder();

    [GeneratedRegex("\\]\\((?<target>[^)\\s]+)\\)")]
    private static partial Regex Link();

    [GeneratedRegex("LoggerMessage\\((?<id>\\d+)")]
    private static partial Regex LogEvent();

    [GeneratedRegex("\"(?<name>touchpoints\\.[a-z.]+)\"")]
    private static partial Regex Instrument();
}
