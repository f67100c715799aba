using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Reasons;

/// <summary>
/// Words with places for values: <c>{state}</c> is the value as it is, <c>{at:u}</c> an instant, a span or a number in a format of .NET,
/// <c>{because}</c> the words of the reason behind it, and what stands in <c>[brackets]</c> is left out when one of its values is missing.
/// </summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class ReasonPattern
{
    private const string Behind = "because";

    private readonly string words;
    private readonly Part[] parts;

    /// <param name="words">The words.</param>
    /// <exception cref="FormatException">A brace or a bracket has no partner, or a place has no name.</exception>
    public ReasonPattern(string words)
    {
        this.words = words;
        var read = new List<Part>();
        int brackets = 0;
        bool isOptional = false;
        for (int i = 0; i < words.Length; )
        {
            switch (words[i])
            {
                case '{':
                    int end = words.IndexOf('}', i);
                    string[] place = end < 0 ? [] : words[(i + 1)..end].Split(':', 2);
                    if (place is not [{ Length: > 0 }, ..])
                    {
                        throw new FormatException($"\"{words}\" has a place without an end or a name.");
                    }

                    read.Add(new Part(place[0], place.Length > 1 ? place[1] : null, IsPlace: true, isOptional ? brackets : null));
                    i = end + 1;
                    break;
                case '[' or ']' when isOptional == (words[i] == '['):
                    throw new FormatException($"\"{words}\" has a bracket without a partner.");
                case '[' or ']':
                    isOptional = !isOptional;
                    brackets += isOptional ? 1 : 0;
                    i++;
                    break;
                default:
                    int next = words.AsSpan(i).IndexOfAny("{[]");
                    next = next < 0 ? words.Length : i + next;
                    read.Add(new Part(words[i..next], null, IsPlace: false, isOptional ? brackets : null));
                    i = next;
                    break;
            }
        }

        parts = isOptional ? throw new FormatException($"\"{words}\" has a bracket without a partner.") : [.. read];
        Names = [.. parts.Where(part => part.IsPlace && part.Text != Behind).Select(part => part.Text).Distinct()];
        HasBecause = parts.Any(part => part.IsPlace && part.Text == Behind);
    }

    /// <summary>The values that the words name, in the order of their first places.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether they tell the reason behind it, too.</summary>
    public bool HasBecause { get; }

    /// <summary>The words with the values of a reason in their places.</summary>
    public string Fill(Reason reason, CultureInfo culture, Func<Reason, string> behind)
    {
        var filled = new StringBuilder();
        foreach (Part part in parts)
        {
            if (part.Bracket is not { } bracket || HasAll(reason, bracket))
            {
                filled.Append(
                    !part.IsPlace ? part.Text
                    : part.Text == Behind
                        ? reason.Because is { } because ? behind(because)
                            : ""
                    : part.In(reason.Find(part.Text) ?? "", culture)
                );
            }
        }

        return filled.ToString();
    }

    /// <summary>Whether a reason has every value that a bracket names.</summary>
    private bool HasAll(Reason reason, int bracket) =>
        parts.All(part => part.Bracket != bracket || !part.IsPlace || reason.Find(part.Text) is not null);

    /// <summary>The words with the names of their places.</summary>
    public override string ToString() => words;

    private readonly record struct Part(string Text, string? Format, bool IsPlace, int? Bracket)
    {
        public string In(string value, CultureInfo culture) =>
            Format is null ? value
            : TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out TimeSpan span) ? span.ToString(Format, culture)
            : double.TryParse(value, CultureInfo.InvariantCulture, out double number) ? number.ToString(Format, culture)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
                ? instant.ToString(Format, culture)
            : value;
    }
}
