using System.Reflection;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;

namespace CustomerTouchpoints.Architecture.Tests.HouseRules;

/// <summary>Rules of the house that the built assemblies show. Each test lists every offender.</summary>
public sealed class TypeRules
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Test]
    public void Types_are_sealed_unless_they_are_made_to_be_inherited()
    {
        var inherited = House.Types.Select(type => type.BaseType).OfType<Type>().Select(Definition).ToHashSet();
        Assert.That(
            House.Types.Where(type =>
                type is { IsClass: true, IsAbstract: false, IsSealed: false }
                && !inherited.Contains(Definition(type))
                // Ready-made lifecycles are for hosts to derive from; what Razor makes of a file is open.
                && !type.IsSubclassOf(typeof(Lifecycle))
                && !type.IsAssignableTo(typeof(IComponent))
            ),
            Is.Empty
        );
    }

    [Test]
    public void No_field_can_be_changed_from_outside() =>
        Assert.That(
            House
                .Types.SelectMany(type => type.GetFields(Declared))
                .Where(field => field is { IsPrivate: false, IsInitOnly: false, IsLiteral: false } && field.Name != "value__")
                .Select(field => $"{field.DeclaringType}.{field.Name}"),
            Is.Empty
        );

    [Test]
    public void Interfaces_are_public_ports_or_have_two_implementations() =>
        Assert.That(
            House.Types.Where(type =>
                type is { IsInterface: true, IsVisible: false }
                && House.Types.Count(other => !other.IsInterface && other.IsAssignableTo(type)) < 2
            ),
            Is.Empty
        );

    [Test]
    public void What_hosts_see_names_only_what_hosts_can_see() =>
        Assert.That(
            House
                .Types.Where(type => type.IsVisible)
                .SelectMany(type => type.GetInterfaces().Append(type.BaseType!).OfType<Type>())
                .Where(type => !type.IsVisible)
                .Distinct(),
            Is.Empty
        );

    [TestCaseSource(typeof(House), nameof(House.PackageNames))]
    public void Every_documented_member_says_something(string package)
    {
        string file = Path.ChangeExtension(House.Packages.Single(assembly => assembly.GetName().Name == package).Location, ".xml");
        Assert.That(file, Does.Exist, "The package ships without its documentation.");

        // That every public member has a comment is the compiler's to say (CS1591); that it has words in it is ours.
        XElement[] members = [.. XDocument.Load(file).Descendants("member")];
        Assert.That(members, Is.Not.Empty);
        Assert.That(
            members
                .Where(member => member.Element("inheritdoc") is null && string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
                .Select(member => member.Attribute("name")!.Value)
                .Where(BelongsToVisibleType),
            Is.Empty
        );
    }

    [TestCaseSource(typeof(House), nameof(House.PackageNames))]
    public void Every_port_and_every_class_with_behaviour_says_how_threads_may_use_it(string package)
    {
        Assembly assembly = House.Packages.Single(assembly => assembly.GetName().Name == package);
        var words = XDocument
            .Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Value);
        Assert.That(
            House
                .Types.Where(type => type.Assembly == assembly && type.IsVisible && HasBehaviour(type))
                .Where(type => !SaysThreads(words.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}", ""))),
            Is.Empty
        );
    }

    private static bool HasBehaviour(Type type) =>
        type.IsInterface
        || (
            type is { IsClass: true, IsAbstract: false }
            && type.GetInterfaces().Any(port => port.Namespace!.StartsWith("CustomerTouchpoints", StringComparison.Ordinal))
        );

    private static bool SaysThreads(string words) =>
        words.Contains("thread", StringComparison.OrdinalIgnoreCase) || words.Contains("concurrently", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a documented member is a type that hosts see, or belongs to one.</summary>
    private static bool BelongsToVisibleType(string member)
    {
        string name = member[2..].Split('(')[0];
        string type = member[0] == 'T' ? name : name[..name.LastIndexOf('.')];
        return House.Types.Any(each => each.IsVisible && each.FullName!.Replace('+', '.') == type);
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
