namespace CustomerTouchpoints.Storage;

/// <summary>The names of an enum's values as rows and metrics write them: in lower case, and made once.</summary>
internal static class RowWords
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Words<TEnum>.Of[value];

    private static class Words<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Of = Enum.GetValues<TEnum>()
            .ToDictionary(value => value, value => value.ToString().ToLowerInvariant());
    }
}
