using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// Cultures as hosts have them, made BCP 47 tags: <c>en_US</c>, <c>fr_CA.UTF-8</c> and <c>de@euro</c> are POSIX's way to say
/// <c>en-US</c>, <c>fr-CA</c> and <c>de</c>.
/// </summary>
internal static partial class CultureTag
{
    private const int MaxLength = 35;

    /// <summary>The tag that is meant; null where it can't be made out.</summary>
    public static string? Of(string? culture)
    {
        if (culture is null)
        {
            return null;
        }

        if (culture.Length <= MaxLength && Tag().IsMatch(culture))
        {
            return culture;
        }

        int end = culture.AsSpan().IndexOfAny('.', '@');
        string plain = (end < 0 ? culture : culture[..end]).Trim().Replace('_', '-').Trim('-');
        return plain.Length <= MaxLength && Tag().IsMatch(plain) ? plain : null;
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
