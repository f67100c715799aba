using System.Collections.Frozen;

namespace CustomerTouchpoints.Email.Words;

/// <summary>Which elements flow how.</summary>
internal static class HtmlNames
{
    /// <summary>Nothing within them is a word to a reader.</summary>
    public static FrozenSet<string> Dropped { get; } =
        Set(
            "script style title template noscript noframes iframe frameset object applet audio"
                + " video canvas svg math map select button textarea"
        );

    /// <summary>They have nothing within them, and no end.</summary>
    public static FrozenSet<string> Empty { get; } =
        Set("area base br col embed frame hr img input link meta param source track wbr picture");

    public static FrozenSet<string> Blocks { get; } =
        Set("div section article header footer main aside address table tr ul ol li dl dt dd form fieldset center figure blockquote pre");

    /// <summary>Blocks with a blank line below.</summary>
    public static FrozenSet<string> Paragraphs { get; } = Set("p h1 h2 h3 h4 h5 h6");

    /// <summary>One that begins ends the one before it.</summary>
    public static FrozenSet<string> EndedByItsLike { get; } = Set("p li td th tr dt dd option");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
