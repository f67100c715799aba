using System.Collections.Concurrent;
using System.Globalization;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>
/// Money in the culture's way: <c>{{money 12.5 "EUR"}}</c>, or <c>{{money total}}</c> for a map with <c>amount</c> and <c>currency</c>.
/// </summary>
internal static class MoneyHelper
{
    private static readonly string[] OfMap = ["the amount of its first argument", "the currency of its first argument"];

    private const string CurrencyWanted = "a currency code such as EUR";

    private static readonly ConcurrentDictionary<(string Culture, string Currency), NumberFormatInfo> Formats = new();

    public static object Money(IReadOnlyList<object?> values, RenderContext context)
    {
        var arguments = new HelperArguments("money", values);
        if (arguments.Optional(0) is IReadOnlyDictionary<string, object?> map)
        {
            arguments = new HelperArguments("money", [map.GetValueOrDefault("amount"), map.GetValueOrDefault("currency")], OfMap);
        }

        decimal amount = arguments.RequiredNumber(0, "an amount such as 12.50");
        string currency = arguments.RequiredText(1, CurrencyWanted);
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            throw arguments.Refuse(1, CurrencyWanted);
        }

        NumberFormatInfo format = Formats.TryGetValue((context.Culture.Name, currency), out NumberFormatInfo? known)
            ? known
            : Remember(context.Culture, currency);
        return amount.ToString("C", format);
    }

    private static NumberFormatInfo Remember(CultureInfo culture, string currency)
    {
        NumberFormatInfo format = Make(culture, currency);

        // Codes come from data: only so many are remembered.
        if (Formats.Count < 2000)
        {
            Formats[(culture.Name, currency)] = format;
        }

        return format;
    }

    /// <summary>The symbol where it can't be mistaken: the culture's own currency, and those whose sign is theirs alone.</summary>
    private static NumberFormatInfo Make(CultureInfo culture, string currency)
    {
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        CultureInfo specific = culture.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(culture.Name) : culture;
        bool own = specific.Name.Length > 0 && new RegionInfo(specific.Name).ISOCurrencySymbol == currency;
        string? symbol = currency switch
        {
            "EUR" => "€",
            "GBP" when !own => "£",
            "INR" when !own => "₹",
            _ => null,
        };
        format.CurrencySymbol = symbol ?? (own ? specific.NumberFormat.CurrencySymbol : currency);
        format.CurrencyDecimalDigits = CurrencyUnits.DecimalsOf(currency);
        if (format.CurrencySymbol.Length > 1 && format.CurrencyPositivePattern == 0)
        {
            format.CurrencyPositivePattern = 2;
            format.CurrencyNegativePattern = 12;
        }

        return format;
    }
}
