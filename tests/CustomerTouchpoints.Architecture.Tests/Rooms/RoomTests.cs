namespace CustomerTouchpoints.Architecture.Tests.Rooms;

/// <summary>
/// A folder is a room, and rooms have an order: a type uses types of its own room, and of the rooms above it in this list, and never of
/// those below. What is at the root stands in the list by itself: the words that everybody uses come first, the face that hosts see comes
/// late.
/// </summary>
public sealed class RoomTests
{
    private const string Words = "(root)";

    /// <summary>From those that know nobody to those that know everybody.</summary>
    internal static readonly string[] Rooms =
    [
        "Reasons",
        Words,
        "Delivery/Retries",
        "Delivery/Receipts",
        "Customers/Contacts",
        "Customers/Consent",
        "Customers/Preferences",
        "Customers/Suppression",
        "Customers",
        "Customers/Segments",
        "Channels/Rates",
        "Channels",
        "Inbox",
        "Links",
        "Feedback/Surveys",
        "Responses/Calendars",
        "Operations",
        "Lifecycles/Language",
        "Responses/Targets",
        "Touchpoints/Rules",
        "Touchpoints/QuietHours",
        "Touchpoints/Digests",
        "Touchpoints/AddedValues",
        "Responses/Meanings",
        "Lifecycles/Versions",
        "Lifecycles",
        "Lifecycles/Validation",
        "Lifecycles/Diagrams",
        "(root) Lifecycle",
        "Lifecycles/Registry",
        "Journeys",
        "Touchpoints",
        "Responses/Exchanges",
        "Responses/Promises",
        "Responses/Clocks",
        "Responses/Escalations",
        "Responses/Breaches",
        "Responses",
        "Delivery",
        "Delivery/Callbacks",
        "Touchpoints/Gate",
        "Journeys/Moves",
        "Journeys/Identity",
        "Messages/Text",
        "Messages/Words",
        "Messages/Branding",
        "Messages/Templates",
        "Messages/Formatting",
        "Messages/Rendering",
        "Messages/Skeletons",
        "Messages/Scriban",
        "Messages",
        "Storage",
        "Storage/Memory",
        "Diagnostics",
        "Reading",
        "Reading/Exports",
        "(root) ICustomerTouchpoints",
        "(root) ICustomerWishes",
        "(root) ISuppressionList",
        "(root) ICustomerIdentity",
        "(root) CustomerTouchpointsExtensions",
        "(root) TouchpointsOptions",
        "Engine/Bulkheads",
        "Engine/Observing",
        "Engine/Admission",
        "Engine/Rates",
        "Engine/Errands",
        "Engine/Writing",
        "Engine/Sending",
        "Engine/Due",
        "Engine/Starting",
        "Engine/Health",
        "Engine",
        "Engine/Hosting",
        "Feedback",
        "Inquiries/Events",
        "Inquiries/Conversations",
        "Inquiries/Inbound",
        "Inquiries/Estimates",
        "Inquiries",
    ];

    /// <summary>The packages, from the one that all others use.</summary>
    private static readonly string[] Packages =
    [
        "CustomerTouchpoints",
        "CustomerTouchpoints.AspNetCore",
        "CustomerTouchpoints.Email",
        "CustomerTouchpoints.Http",
        "CustomerTouchpoints.Handlebars",
        "CustomerTouchpoints.Knowledge",
        "CustomerTouchpoints.Knowledge.Semantic",
        "CustomerTouchpoints.Lifecycles",
        "CustomerTouchpoints.Sqlite",
        "CustomerTouchpoints.PostgreSql",
        "CustomerTouchpoints.Testing",
    ];

    private static readonly Dictionary<string, string> RoomOf = House
        .Sources.Where(file => file.Path.StartsWith("src/CustomerTouchpoints/", StringComparison.Ordinal))
        .GroupBy(file => file.Name.Split('{')[0])
        .ToDictionary(files => files.Key, files => PlaceOf(files.First()));

    [Test]
    public void Every_folder_is_a_room_in_the_list_and_no_room_is_empty() => Assert.That(RoomOf.Values.Distinct(), Is.EquivalentTo(Rooms));

    [Test]
    public void No_room_knows_one_that_comes_after_it()
    {
        IReadOnlyList<(string User, string Used)> uses = TypeUses.In(typeof(ICustomerTouchpoints).Assembly.Location);
        Assert.That(uses, Has.Count.GreaterThan(1000), "The assembly was not read.");
        Assert.That(
            from use in uses
            where RoomOf.ContainsKey(use.User) && RoomOf.ContainsKey(use.Used)
            let user = RoomOf[use.User]
            let used = RoomOf[use.Used]
            where Array.IndexOf(Rooms, user) < Array.IndexOf(Rooms, used)
            select $"{user} → {used}: {use.User} uses {use.Used}",
            Is.Empty
        );
    }

    [Test]
    public void No_package_knows_one_that_comes_after_it()
    {
        Assert.That(House.PackageNames, Is.EquivalentTo(Packages));
        Assert.That(
            from package in House.Packages
            let user = package.GetName().Name!
            from used in package.GetReferencedAssemblies().Select(reference => reference.Name!)
            where Array.IndexOf(Packages, used) > Array.IndexOf(Packages, user)
            select $"{user} → {used}",
            Is.Empty
        );
    }

    [Test]
    public void Stores_and_channels_know_the_library_and_none_of_each_other() =>
        Assert.That(
            from package in House.Packages
            let user = package.GetName().Name!
            where user != "CustomerTouchpoints.Testing"
            from used in package.GetReferencedAssemblies().Select(reference => reference.Name!)
            where used != "CustomerTouchpoints" && Packages.Contains(used)
            // The encoder is a piece of the knowledge, apart because of its size.
            where (user, used) != ("CustomerTouchpoints.Knowledge.Semantic", "CustomerTouchpoints.Knowledge")
            select $"{user} → {used}",
            Is.Empty
        );

    /// <summary>The room of a file: its folder below the library's, or its own place in the list where it has one.</summary>
    private static string PlaceOf(SourceFile file)
    {
        string folder = string.Join('/', file.Folders.Skip(1));
        string alone = $"{Words} {file.Name}";
        return folder.Length > 0 ? folder
            : Rooms.Contains(alone) ? alone
            : Words;
    }
}
