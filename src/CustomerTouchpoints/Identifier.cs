using System.Runtime.CompilerServices;

namespace CustomerTouchpoints;

/// <summary>The grammar of the words that hosts hand in: refused at the door, with the name, the value and the remedy.</summary>
internal static class Identifier
{
    private const int MaxNameLength = 64;

    /// <summary>Names that we write into keys, files and metrics: lower case, digits, hyphens; dots where asked.</summary>
    public static string Name(
        string value,
        string what,
        bool dots = false,
        [CallerArgumentExpression(nameof(value))] string? parameter = null
    )
    {
        if (value is null)
        {
            throw Missing(what, NameForm(dots), parameter);
        }

        return IsName(value, dots)
            ? value
            : throw new ArgumentException($"\"{Shown(value)}\" can't be {what}: use {NameForm(dots)}, starting with a letter.", parameter);
    }

    /// <summary>Whether <see cref="Name"/> would take it.</summary>
    public static bool IsName(string value, bool dots = false)
    {
        bool wellFormed = value.Length is > 0 and <= MaxNameLength && char.IsAsciiLetterLower(value[0]);
        foreach (char c in value)
        {
            wellFormed &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-' || (dots && c == '.');
        }

        return wellFormed;
    }

    /// <summary>Keys of the host's own: any text without control characters, within a length.</summary>
    public static string Key(string value, string what, int maxLength, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value is null)
        {
            throw Missing(what, $"1 to {maxLength} characters", parameter);
        }

        bool wellFormed = value.Length > 0 && value.Length <= maxLength && value.AsSpan().Trim().Length == value.Length;
        for (int i = 0; i < value.Length && wellFormed; i++)
        {
            wellFormed = !char.IsControl(value[i]) && !IsLoneSurrogate(value, i);
        }

        return wellFormed
            ? value
            : throw new ArgumentException(
                $"\"{Shown(value)}\" can't be {what}: use 1 to {maxLength} characters, without control characters or surrounding blanks.",
                parameter
            );
    }

    /// <summary>A refused value as it may be shown in an error: short, and without characters that could break a log line.</summary>
    public static string Shown(string value)
    {
        string start = value.Length > 80 ? value[..80] + "…" : value;
        return string.Concat(start.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }

    private static string NameForm(bool dots) => $"1 to {MaxNameLength} lower-case letters, digits{(dots ? ", dots" : "")} and hyphens";

    private static ArgumentNullException Missing(string what, string form, string? parameter) =>
        new(parameter, $"null can't be {what}: give {form}.");

    private static bool IsLoneSurrogate(string value, int index) =>
        char.IsSurrogate(value[index])
        && !(char.IsHighSurrogate(value[index]) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]))
        && !(char.IsLowSurrogate(value[index]) && index > 0 && char.IsHighSurrogate(value[index - 1]));
}
