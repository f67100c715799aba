using System.Security.Cryptography;
using System.Text;

namespace CustomerTouchpoints.Http.Receipts;

/// <summary>Reading the fields of a receipt, which comes from outside.</summary>
internal static class ReceiptFields
{
    private const int Longest = 200;

    /// <summary>The value of a field; null where it is missing, comes twice, or is no id or code.</summary>
    public static string? Find(IEnumerable<KeyValuePair<string, string>> fields, string name)
    {
        string[] found = [.. fields.Where(field => field.Key == name).Select(field => field.Value).Take(2)];
        return found is [{ Length: > 0 and <= Longest } value] && !value.Any(c => char.IsControl(c) || char.IsSurrogate(c)) ? value : null;
    }

    /// <summary>A code that is none, such as <c>0</c>, is no error.</summary>
    public static string? Code(string? value) => value is null or "0" or "00" or "000" ? null : value;

    /// <summary>Compares two texts in a time that tells nothing of where they differ.</summary>
    public static bool AreEqual(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
