using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>Names one article in one language, written <c>card-arrival.en</c>. Translations of an article share their name.</summary>
/// <remarks>An immutable value; safe to share between threads.</remarks>
public readonly record struct ArticleId
{
    /// <summary>The longest name that is accepted, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Names an article.</summary>
    /// <param name="name">1 to 100 ASCII letters, digits, hyphens and underscores.</param>
    /// <param name="language">A language's code, such as <c>en</c>; of <c>en-GB</c> the language is taken.</param>
    /// <exception cref="ArgumentException">A part is empty, too long or has characters that are not allowed.</exception>
    public ArticleId(string name, string language)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > MaxNameLength || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException(
                $"\"{name}\" can't be an article's name: use 1 to {MaxNameLength} letters, digits, hyphens and underscores.",
                nameof(name)
            );
        }

        Name = name;
        Language = LanguageOf(language);
    }

    /// <summary>The name, such as <c>card-arrival</c>.</summary>
    public string Name { get; }

    /// <summary>The language, such as <c>en</c>: two or three lower-case letters.</summary>
    public string Language { get; }

    /// <summary>Reads <c>name.language</c>.</summary>
    /// <exception cref="ArgumentException">The text has no dot, or a part is malformed.</exception>
    public static ArticleId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int dot = text.LastIndexOf('.');
        return dot < 0
            ? throw new ArgumentException(
                $"An article is written name.language, like card-arrival.en; \"{text}\" has no dot.",
                nameof(text)
            )
            : new ArticleId(text[..dot], text[(dot + 1)..]);
    }

    /// <summary>Reads <c>name.language</c>, so that hosts can write articles as plain text.</summary>
    /// <exception cref="ArgumentException">The text has no dot, or a part is malformed.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "Parse is the named alternate.")]
    public static implicit operator ArticleId(string text) => Parse(text);

    /// <summary>The article as <c>name.language</c>.</summary>
    public override string ToString() => $"{Name}.{Language}";

    /// <summary>The language of a culture's name: <c>en</c> of <c>en-GB</c>.</summary>
    /// <exception cref="ArgumentException">It is no language's code.</exception>
    internal static string LanguageOf(string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        string language = culture.Split('-')[0].ToLower(CultureInfo.InvariantCulture);
        return language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower)
            ? language
            : throw new ArgumentException($"\"{culture}\" is no language: use a code such as en or de-CH.", nameof(culture));
    }
}
