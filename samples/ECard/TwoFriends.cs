using CustomerTouchpoints;

namespace ECard;

/// <summary>The card shop's own records: Ana in New York, who reads English, and Léa in Paris, who reads French.</summary>
internal sealed class TwoFriends : ICustomerDirectory
{
    public static Customer Ana { get; } =
        new()
        {
            Id = "ana",
            Name = "Ana",
            Culture = "en-US",
            TimeZone = "America/New_York",
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@mail.example", [Channel.Sms] = "+12125550123" },
        };

    public static Customer Lea { get; } =
        new()
        {
            Id = "lea",
            Name = "Léa",
            Culture = "fr-FR",
            TimeZone = "Europe/Paris",
            Addresses = new Dictionary<Channel, string> { [Channel.Sms] = "+33155550123" },
        };

    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([.. new[] { Ana, Lea }.Where(friend => ids.Contains(friend.Id))]);
}
