namespace CustomerTouchpoints.Messages.Words;

/// <summary>
/// Which form of a word a whole number takes in a language: the categories of Unicode's CLDR (zero, one, two, few, many, other).
/// </summary>
internal static class PluralRules
{
    /// <summary>The categories beside <see cref="Other"/>, which every language has.</summary>
    public static readonly string[] Special = ["zero", "one", "two", "few", "many"];

    public const string Other = "other";

    private const string Zero = "zero";
    private const string One = "one";
    private const string Two = "two";
    private const string Few = "few";
    private const string Many = "many";

    /// <summary>The category of a count.</summary>
    /// <param name="culture">A culture's name, such as <c>pl</c> or <c>pt-PT</c>.</param>
    /// <param name="count">A count, not negative.</param>
    public static string CategoryOf(string culture, long count)
    {
        (long n, long ten, long hundred) = (count, count % 10, count % 100);
        bool manyMillions = n != 0 && n % 1_000_000 == 0;
        return culture.Split('-')[0] switch
        {
            "ja"
            or "ko"
            or "zh"
            or "yue"
            or "th"
            or "vi"
            or "id"
            or "ms"
            or "lo"
            or "km"
            or "my"
            or "jv"
            or "su"
            or "bo"
            or "dz"
            or "ig"
            or "ii"
            or "to"
            or "wo"
            or "yo"
            or "sg"
            or "ses"
            or "sah"
            or "bm"
            or "kea"
            or "kde"
            or "lkt"
            or "nqo"
            or "osa" => Other,
            "pt" when culture is "pt-PT" => n == 1 ? One
            : manyMillions ? Many
            : Other,
            "fr" or "pt" => n is 0 or 1 ? One
            : manyMillions ? Many
            : Other,
            "es" or "it" or "ca" or "lld" or "scn" or "vec" => n == 1 ? One
            : manyMillions ? Many
            : Other,
            "hy"
            or "ff"
            or "kab"
            or "am"
            or "as"
            or "bn"
            or "doi"
            or "fa"
            or "gu"
            or "hi"
            or "kn"
            or "pcm"
            or "zu"
            or "ak"
            or "bho"
            or "guw"
            or "ln"
            or "mg"
            or "nso"
            or "pa"
            or "ti"
            or "wa"
            or "si" => n is 0 or 1 ? One : Other,
            "is" or "mk" => ten == 1 && hundred != 11 ? One : Other,
            "lv" or "prg" => ten == 0 || hundred is >= 11 and <= 19 ? Zero
            : ten == 1 ? One
            : Other,
            "he" or "iw" or "iu" or "naq" or "sat" or "se" or "sma" or "smj" or "smn" or "sms" => n == 1 ? One
            : n == 2 ? Two
            : Other,
            "ksh" or "lag" => n == 0 ? Zero
            : n == 1 ? One
            : Other,
            "shi" => n is 0 or 1 ? One
            : n <= 10 ? Few
            : Other,
            "tzm" => n is 0 or 1 or (>= 11 and <= 99) ? One : Other,
            "ro" or "mo" => n == 1 ? One
            : n == 0 || hundred is >= 1 and <= 19 ? Few
            : Other,
            "bs" or "hr" or "sr" or "sh" => ten == 1 && hundred != 11 ? One
            : IsSlavicFew(ten, hundred) ? Few
            : Other,
            "be" or "ru" or "uk" => ten == 1 && hundred != 11 ? One
            : IsSlavicFew(ten, hundred) ? Few
            : Many,
            "pl" => n == 1 ? One
            : IsSlavicFew(ten, hundred) ? Few
            : Many,
            "cs" or "sk" => n == 1 ? One
            : n is >= 2 and <= 4 ? Few
            : Other,
            "sl" or "dsb" or "hsb" => hundred == 1 ? One
            : hundred == 2 ? Two
            : hundred is 3 or 4 ? Few
            : Other,
            "lt" => hundred is >= 11 and <= 19 || ten == 0 ? Other
            : ten == 1 ? One
            : Few,
            "ar" or "ars" => Arabic(n, hundred),
            "cy" => n switch
            {
                0 => Zero,
                1 => One,
                2 => Two,
                3 => Few,
                6 => Many,
                _ => Other,
            },
            "ga" => n switch
            {
                1 => One,
                2 => Two,
                >= 3 and <= 6 => Few,
                >= 7 and <= 10 => Many,
                _ => Other,
            },
            "gd" => n switch
            {
                1 or 11 => One,
                2 or 12 => Two,
                (>= 3 and <= 10) or (>= 13 and <= 19) => Few,
                _ => Other,
            },
            "gv" => ten == 1 ? One
            : ten == 2 ? Two
            : hundred % 20 == 0 ? Few
            : Other,
            "mt" => n == 1 ? One
            : n == 2 ? Two
            : n == 0 || hundred is >= 3 and <= 10 ? Few
            : hundred is >= 11 and <= 19 ? Many
            : Other,
            "br" => Breton(ten, hundred, manyMillions),
            "fil" or "tl" or "ceb" => n is >= 1 and <= 3 || ten is not (4 or 6 or 9) ? One : Other,
            _ => n == 1 ? One : Other,
        };
    }

    private static bool IsSlavicFew(long ten, long hundred) => ten is >= 2 and <= 4 && hundred is not (>= 12 and <= 14);

    private static string Arabic(long n, long hundred) =>
        (n, hundred) switch
        {
            (0, _) => Zero,
            (1, _) => One,
            (2, _) => Two,
            (_, >= 3 and <= 10) => Few,
            (_, >= 11) => Many,
            _ => Other,
        };

    private static string Breton(long ten, long hundred, bool manyMillions) =>
        (ten, hundred) switch
        {
            (1, not (11 or 71 or 91)) => One,
            (2, not (12 or 72 or 92)) => Two,
            (3 or 4 or 9, not ((>= 10 and <= 19) or (>= 70 and <= 79) or (>= 90 and <= 99))) => Few,
            _ => manyMillions ? Many : Other,
        };
}
