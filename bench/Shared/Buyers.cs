using System.Globalization;

namespace CustomerTouchpoints.Bench;

/// <summary>A thousand buyers, all of whom the directory knows at once.</summary>
internal sealed class Buyers : ICustomerDirectory
{
    private const int Count = 1000;

    public static CustomerId Of(int order) => new(string.Create(CultureInfo.InvariantCulture, $"buyer-{order % Count}"));

    public static Customer Profile(CustomerId id) =>
        new()
        {
            Id = id,
            Name = "Ana Rossi",
            Culture = "en",
            TimeZone = "Europe/Rome",
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = $"{id}@mail.example" },
        };

    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([.. ids.Select(Profile)]);
}
