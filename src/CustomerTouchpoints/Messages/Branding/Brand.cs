using System.Text.RegularExpressions;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages.Branding;

/// <summary>The brand, read once from its options.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed partial class Brand
{
    private const string Place = "Brand";

    private readonly Dictionary<string, Contact> topics;
    private readonly Contact contact;

    private Brand(BrandOptions options)
    {
        Name = TextSafety.OneLine(options.Name);
        Website = Web(options.Website);
        Logo = Web(options.Logo);
        Color = HexColor().IsMatch(options.Color) ? options.Color.ToLowerInvariant() : new BrandOptions().Color;
        HasWhiteHeader = options.HasWhiteHeader;
        From = options.From;
        LegalLine = options.LegalLine;
        contact = Read(options.Contact, null, options);
        topics = options.Topics.ToDictionary(
            topic => topic.Key,
            topic => Read(topic.Value, options.Contact, options),
            StringComparer.Ordinal
        );
    }

    public string Name { get; }

    public string? Website { get; }

    public string? Logo { get; }

    public string Color { get; }

    public bool HasWhiteHeader { get; }

    public MessageAddress? From { get; }

    public LocalizedText? LegalLine { get; }

    public IReadOnlyCollection<string> Topics => topics.Keys;

    public Contact ContactFor(string? topic) => topic is not null && topics.TryGetValue(topic, out Contact? own) ? own : contact;

    /// <summary>Reads the options; what is wrong with them is told to <paramref name="faults"/> and left out of messages.</summary>
    public static Brand Read(BrandOptions options, ICollection<Fault> faults)
    {
        if (!HexColor().IsMatch(options.Color))
        {
            faults.Add(
                new Fault(Place, $"the colour \"{options.Color}\" is not of the form #rrggbb", $"write one like {new BrandOptions().Color}")
            );
        }

        foreach (
            (string what, Uri? url) in new[] { ("website", options.Website), ("logo", options.Logo) }.Concat(
                Contacts(options).Select(each => ($"{each.Where} website", each.Contact.Website))
            )
        )
        {
            if (url is not null && Web(url) is null)
            {
                faults.Add(new Fault(Place, $"the {what} \"{url}\" is not an absolute http or https URL", "write it as https://…"));
            }
        }

        foreach ((string where, ContactOptions each) in Contacts(options))
        {
            if (each.Phone is not null && !each.Phone.Any(char.IsAsciiDigit))
            {
                faults.Add(new Fault(Place, $"the {where} phone \"{each.Phone}\" has no digits", "write it like +39 06 1234 5678"));
            }

            if (each.Email is not null && !IsEmail(each.Email))
            {
                faults.Add(new Fault(Place, $"the {where} email \"{each.Email}\" is not an address", "write it like help@brand.example"));
            }
        }

        return new Brand(options);
    }

    private static IEnumerable<(string Where, ContactOptions Contact)> Contacts(BrandOptions options) =>
        options.Topics.Select(topic => ($"contact for \"{topic.Key}\":", topic.Value)).Prepend(("contact's", options.Contact));

    private static Contact Read(ContactOptions own, ContactOptions? general, BrandOptions brand)
    {
        string? email = own.Email ?? general?.Email;
        return new Contact(
            TextSafety.OneLineOrNull(own.Phone ?? general?.Phone),
            own.OpeningHours ?? (own.Phone is null ? general?.OpeningHours : null),
            email is not null && IsEmail(email) ? email : null,
            Web(own.Website ?? general?.Website),
            own.ReplyTo
                ?? (own.Email is null ? general?.ReplyTo ?? brand.ReplyTo : null)
                ?? (email is null ? null : new MessageAddress(email, brand.Name.Length > 0 ? brand.Name : null))
        );
    }

    private static bool IsEmail(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) > 0
        && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '"' or ',' or '?');

    private static string? Web(Uri? url) =>
        url is { IsAbsoluteUri: true } && LinkPolicy.AllowsImage(url.AbsoluteUri) ? url.AbsoluteUri : null;

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex HexColor();
}
