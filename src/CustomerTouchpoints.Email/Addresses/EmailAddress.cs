using System.Text;
using CustomerTouchpoints.Email.Headers;

namespace CustomerTouchpoints.Email.Addresses;

/// <summary>An email address that is safe to write into a header or an SMTP command, and the name beside it.</summary>
/// <remarks>
/// An immutable value; safe to share between threads. Blanks around an address are left out. The part before the <c>@</c> is letters and
/// digits of any script, <c>!#$%&amp;'*+-/=?^_`{|}~</c> and dots wherever they stand, or a quoted string of RFC 5321; at most 64 octets.
/// The domain is labels, with non-ASCII ones turned into punycode, or an IP address in square brackets; 254 octets in all. What
/// readers could take for an encoded word (<c>=?</c>) is refused. Whether there is such a mailbox is the server's to say.
/// </remarks>
public sealed record EmailAddress
{
    private EmailAddress(string local, string domain, string? name)
    {
        Address = $"{local}@{domain}";
        Domain = domain;
        Name = name;
    }

    /// <summary>Checks an address, and makes one line of a name.</summary>
    /// <param name="address">The address, such as <c>ana@lumen.example</c>.</param>
    /// <param name="name">The name beside it. Null, the default, or blank for none. Line breaks and other control characters become
    /// blanks; what is over 1000 characters is cut.</param>
    /// <exception cref="ArgumentException">The address is refused; the message says why and does not repeat it.</exception>
    public EmailAddress(string address, string? name = null)
    {
        EmailAddress made = Make(address, name, out string? fault) ?? throw new ArgumentException($"The {fault}.", nameof(address));
        (Address, Domain, Name) = (made.Address, made.Domain, made.Name);
    }

    /// <summary>The address, its domain in punycode, such as <c>ana@xn--mnchen-3ya.example</c>.</summary>
    public string Address { get; }

    /// <summary>The domain in ASCII.</summary>
    public string Domain { get; }

    /// <summary>The name beside it, in any script, without surrounding blanks. Null for none.</summary>
    public string? Name { get; }

    /// <summary>Whether what stands before the <c>@</c> is not ASCII, so that the server has to speak SMTPUTF8.</summary>
    public bool NeedsSmtpUtf8 => !Ascii.IsValid(Address);

    /// <summary>An address, or null and what is wrong, as the end of a sentence that begins with whose it is: "address is empty".</summary>
    internal static EmailAddress? Make(string? address, string? name, out string? fault)
    {
        if (!AddressGrammar.Read(address ?? "", out string local, out string domain, out string? wrong))
        {
            fault = $"address {wrong}";
            return null;
        }

        fault = null;
        string shown = HeaderText.OneLine(name ?? "").Trim();
        return new EmailAddress(local, domain, shown.Length == 0 ? null : shown);
    }

    /// <summary>Says only that it is one: logs must not carry addresses.</summary>
    public override string ToString() => "(an email address)";
}
