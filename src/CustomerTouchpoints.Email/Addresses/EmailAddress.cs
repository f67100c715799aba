using CustomerTouchpoints.Email.Headers;

namespace CustomerTouchpoints.Email.Addresses;

/// <summary>An email address that is safe to write into a header or an SMTP command, and the name beside it.</summary>
/// <remarks>
/// An immutable value; safe to share between threads. The grammar is stricter than RFC 5321: the local part is ASCII letters, digits,
/// <c>!#$%&amp;'*+-/=?^_`{|}~</c> and single dots, at most 64 characters; the domain is host labels, with non-ASCII ones turned into
/// punycode; 254 characters in all. Quoted local parts, IP literals, non-ASCII local parts (SMTPUTF8) and local parts
/// with <c>=?</c>, which some readers decode into another address, are refused.
/// </remarks>
public sealed record EmailAddress
{
    private EmailAddress(string local, string domain, string? name)
    {
        Address = $"{local}@{domain}";
        Domain = domain;
        Name = name;
    }

    /// <summary>Checks an address and a name.</summary>
    /// <param name="address">The address, such as <c>ana@lumen.example</c>.</param>
    /// <param name="name">The name beside it, at most 1000 characters. Null, the default, or blank for none.</param>
    /// <exception cref="ArgumentException">One of them is refused; the message says why and repeats neither.</exception>
    public EmailAddress(string address, string? name = null)
    {
        EmailAddress made = Make(address, name, out string? fault) ?? throw new ArgumentException($"The {fault}.", nameof(address));
        (Address, Domain, Name) = (made.Address, made.Domain, made.Name);
    }

    /// <summary>The address in ASCII, its domain in punycode, such as <c>ana@xn--mnchen-3ya.example</c>.</summary>
    public string Address { get; }

    /// <summary>The domain in ASCII.</summary>
    public string Domain { get; }

    /// <summary>The name beside it, in any script, without surrounding blanks. Null for none.</summary>
    public string? Name { get; }

    /// <summary>An address, or null and what is wrong, as the end of a sentence that begins with whose it is: "address has no @".</summary>
    internal static EmailAddress? Make(string? address, string? name, out string? fault)
    {
        // The name is looked at before it is trimmed: trimming would quietly take a line break off its end.
        string shown = name ?? "";
        if (HeaderText.Fault(shown) is { } wrong)
        {
            fault = $"name {wrong}";
            return null;
        }

        if (!AddressGrammar.Read(address ?? "", out string local, out string domain, out wrong))
        {
            fault = $"address {wrong}";
            return null;
        }

        fault = null;
        shown = shown.Trim();
        return new EmailAddress(local, domain, shown.Length == 0 ? null : shown);
    }

    /// <summary>Says only that it is one: logs must not carry addresses.</summary>
    public override string ToString() => "(an email address)";
}
