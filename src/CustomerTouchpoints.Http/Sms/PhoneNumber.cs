using PhoneNumbers;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>A customer's phone number, as networks write it (E.164). By libphonenumber's tables of numbering plans.</summary>
internal static class PhoneNumber
{
    private const int Longest = 40;

    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    /// <summary>Numbers that take no text message; of others, where plans don't tell, it is tried.</summary>
    private static readonly PhoneNumberType[] WithoutMessages =
    [
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
        PhoneNumberType.VOICEMAIL,
    ];

    /// <summary>The number with its plus sign; null with what is wrong with it.</summary>
    /// <param name="text">What the customer's record says.</param>
    /// <param name="country">The country of a number that is written without its own, as ISO 3166 names it; null for none.</param>
    /// <param name="mobileOnly">Whether a number that takes no text message is refused.</param>
    /// <param name="fault">What is wrong with it, as the end of a sentence that begins with it.</param>
    public static string? Read(string text, string? country, bool mobileOnly, out string? fault)
    {
        string trimmed = text.Trim(' ');
        if (trimmed.Length is 0 or > Longest || trimmed.Any(c => char.IsControl(c) || char.IsSurrogate(c) || char.IsLetter(c)))
        {
            fault = "is empty, too long, or has letters or control characters";
            return null;
        }

        try
        {
            PhoneNumbers.PhoneNumber number = Plans.Parse(trimmed, country?.ToUpperInvariant());
            fault =
                !Plans.IsValidNumber(number) ? "is none of its country's plan"
                : mobileOnly && WithoutMessages.Contains(Plans.GetNumberType(number)) ? "is none of a mobile phone"
                : null;
            return fault is null ? Plans.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException wrong)
        {
            fault =
                wrong.ErrorType is ErrorType.INVALID_COUNTRY_CODE && !trimmed.StartsWith('+') && country is null
                    ? "is written without its country, and nobody says which: set SmsOptions.DefaultCountry or CountryOf"
                    : "can't be read";
            return null;
        }
    }

    /// <summary>Whether a country is one that the plans know.</summary>
    public static bool IsCountry(string? code) => code is not null && Plans.GetSupportedRegions().Contains(code.ToUpperInvariant());
}
