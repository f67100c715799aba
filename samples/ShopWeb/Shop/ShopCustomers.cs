using System.Collections.Frozen;
using System.Globalization;
using CustomerTouchpoints;

namespace ShopWeb.Shop;

/// <summary>The shop's own records of its customers: made up, always the same.</summary>
internal sealed class ShopCustomers : ICustomerDirectory
{
    private static readonly string[] FirstNames =
    [
        "Olivia",
        "Sakura",
        "Amélie",
        "Jérôme",
        "Giulia",
        "Lorenzo",
        "Hanna",
        "Jonas",
        "Aisha",
        "Tomás",
        "Ines",
        "Mateusz",
        "Freya",
        "Noah",
        "Zoë",
        "Ravi",
        "Chiara",
        "Emil",
        "Leila",
        "Bruno",
    ];

    private static readonly string[] LastNames =
    [
        "Hart",
        "Tanaka",
        "Rousseau",
        "Lefèvre",
        "Bianchi",
        "Conti",
        "Vogel",
        "Brandt",
        "Rahman",
        "Silva",
        "Duarte",
        "Kowalski",
        "Lund",
        "Okafor",
        "Meier",
    ];

    private static readonly (string Culture, string Zone)[] Places =
    [
        ("en-GB", "Europe/London"),
        ("de-DE", "Europe/Berlin"),
        ("fr-FR", "Europe/Paris"),
        ("it-IT", "Europe/Rome"),
    ];

    private static readonly FrozenDictionary<string, Customer> ById = Everybody().ToFrozenDictionary(customer => customer.Id.ToString());

    /// <summary>The customer as whom one signs in.</summary>
    public const string Ana = "ana-costa";

    public static IReadOnlyList<Customer> All { get; } =
    [.. ById.Values.OrderBy(customer => customer.Id.ToString(), StringComparer.Ordinal)];

    public static Customer? Find(string id) => ById.GetValueOrDefault(id);

    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([.. ids.Select(id => Find(id.ToString())).OfType<Customer>()]);

    private static IEnumerable<Customer> Everybody()
    {
        yield return Of("Ana", "Costa", 0, Ana, isLoyal: true);
        foreach (
            (int index, (string first, string last)) in FirstNames.SelectMany(first => LastNames.Select(last => (first, last))).Index()
        )
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"c-{1001 + index}");
            yield return Of(first, last, index, id, index % 7 == 0);
        }
    }

    private static Customer Of(string first, string last, int index, string id, bool isLoyal)
    {
        (string culture, string zone) = Places[id == Ana ? 0 : index % Places.Length];
        return new Customer
        {
            Id = id,
            Name = $"{first} {last}",
            Culture = culture,
            TimeZone = zone,
            Addresses = new Dictionary<Channel, string>
            {
                [Channel.Email] = id == Ana ? "ana@costa.example" : $"{id}@mail.example",
                [Channel.Inbox] = id,
                [Channel.Sms] = string.Create(CultureInfo.InvariantCulture, $"+44207946{1000 + index:0000}"),
            },
            Segments = isLoyal ? new HashSet<string> { "loyal" } : FrozenSet<string>.Empty,
            WantsPromotions = index % 3 != 0,
        };
    }
}
