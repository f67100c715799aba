namespace CustomerTouchpoints.Messages.Words;

/// <summary>The words of one concept in the built-in languages.</summary>
internal sealed class WordTable : Dictionary<string, WordTable.Row>
{
    /// <summary>The built-in languages, by their two letters; all others read English.</summary>
    public static readonly string[] Languages = ["en", "fr", "de", "es", "it"];

    public WordTable()
        : base(StringComparer.Ordinal) { }

    /// <summary>One phrase in every built-in language.</summary>
    public sealed record Row(string En, string Fr, string De, string Es, string It)
    {
        /// <summary>The phrase in a language, by its two letters; English for any other.</summary>
        public string In(string language) =>
            language switch
            {
                "fr" => Fr,
                "de" => De,
                "es" => Es,
                "it" => It,
                _ => En,
            };
    }
}
