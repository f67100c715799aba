using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers;

/// <summary>What the addresses of a channel look like, so that two ways to write one are known to be the same.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AddressForm>))]
public enum AddressForm
{
    /// <summary>Compared by their characters, without blanks around them.</summary>
    Exact,

    /// <summary>
    /// Email: upper and lower case are the same, a domain of other scripts is the same as its ASCII form. Dots and tags before the @ count:
    /// <c>ana+shop@example.com</c> is another address than <c>ana@example.com</c>.
    /// </summary>
    Email,

    /// <summary>
    /// Phone numbers: blanks, hyphens, dots, slashes and brackets do not count, and 00 at the beginning is a plus. A national number is
    /// another one than the same with its country code.
    /// </summary>
    Phone,
}
