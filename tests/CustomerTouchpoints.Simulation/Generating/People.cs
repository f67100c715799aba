using CustomerTouchpoints.Simulation.Scheduling;

namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>The customers of one world: some without an address, some in far zones, some unknown to the directory.</summary>
internal sealed class People
{
    public static readonly Channel[] Channels = [Channel.Email, Channel.Sms, "push"];

    private static readonly string[] Zones =
    [
        "Etc/UTC",
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Apia",
        "Mars/Olympus",
    ];

    private readonly Dictionary<CustomerId, Customer> known = [];

    public People(Dice dice)
    {
        Ids = [.. Enumerable.Range(0, 4).Select(number => new CustomerId($"c{number}"))];
        foreach (CustomerId id in Ids.Where(_ => dice.Percent(92)))
        {
            known[id] = new Customer
            {
                Id = id,
                Name = $"Name of {id}",
                TimeZone = dice.Of(Zones),
                WantsPromotions = dice.Percent(50),
                Segments = dice.Percent(30) ? new HashSet<string> { "vip" } : new HashSet<string>(),
                Addresses = Channels
                    .Where(channel => channel == Channel.Email ? dice.Percent(92) : dice.Percent(70))
                    .ToDictionary(channel => channel, channel => $"{id}@{channel}.example"),
            };
        }
    }

    public IReadOnlyList<CustomerId> Ids { get; }

    public Customer? Find(CustomerId id) => known.GetValueOrDefault(id);
}
