using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Customers.Suppression;

/// <summary>The one way to write an address, by what the addresses of its channel look like. What does not look so stays.</summary>
internal static class NormalAddress
{
    private static readonly IdnMapping Domains = new() { AllowUnassigned = true };

    public static string Of(AddressForm form, string address)
    {
        string trimmed = address.Trim().Normalize();
        return form switch
        {
            AddressForm.Email => OfEmail(trimmed),
            AddressForm.Phone => OfPhone(trimmed),
            _ => trimmed,
        };
    }

    private static string OfEmail(string address)
    {
        int at = address.LastIndexOf('@');
        if (at <= 0 || at == address.Length - 1)
        {
            return address.ToLowerInvariant();
        }

        string domain = address[(at + 1)..].TrimEnd('.');
        try
        {
            domain = Domains.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            // No name of a host: an address in brackets, or one that nothing will ever be sent to.
        }

        return $"{address[..at]}@{domain}".ToLowerInvariant();
    }

    private static string OfPhone(string number)
    {
        var digits = new StringBuilder(number.Length);
        foreach (char c in number)
        {
            if (char.IsAsciiDigit(c) || (c == '+' && digits.Length == 0))
            {
                digits.Append(c);
            }
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '.' or '/' or '(' or ')'))
            {
                return number;
            }
        }

        return digits.ToString() is { Length: > 2 } written && written.StartsWith("00", StringComparison.Ordinal)
            ? $"+{written[2..]}"
            : digits.ToString();
    }
}
