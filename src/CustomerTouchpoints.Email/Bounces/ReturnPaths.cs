using System.Text.RegularExpressions;
using CustomerTouchpoints.Email.Composing;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>
/// Reads the return paths that <see cref="EnvelopeSender"/> makes: which message they are of, and whether we have signed them.
/// </summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class ReturnPaths
{
    private const int LongestText = 4000;

    private readonly Regex? pattern;
    private readonly byte[]? key;

    public ReturnPaths(EmailOptions options)
    {
        key = options.ReturnPathKey;
        if (options.ReturnPath is { } path && path.Contains(EnvelopeSender.Id, StringComparison.Ordinal))
        {
            string address = Regex
                .Escape(path)
                .Replace(Regex.Escape(EnvelopeSender.Id), @"(?<id>[0-9a-f]{32})(\.(?<sign>[0-9a-f]{16}))?", StringComparison.Ordinal)
                .Replace(Regex.Escape(EnvelopeSender.Recipient), @"[^\s@<>]+", StringComparison.Ordinal);
            pattern = new Regex(
                $@"(?<![\w.+=-]){address}(?![\w.-])",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
            );
        }
    }

    /// <summary>Whether only what we have signed is believed.</summary>
    public bool AreSigned => key is not null;

    /// <summary>The message whose return path a text names, and whether we have signed it; null where it names none.</summary>
    public (string Message, bool IsProven)? In(string text)
    {
        if (pattern is null)
        {
            return null;
        }

        string looked = text.Length <= LongestText ? text : text[..LongestText];
        foreach (Match match in pattern.Matches(looked))
        {
            string id = match.Groups["id"].Value.ToLowerInvariant();
            string sign = match.Groups["sign"].Value.ToLowerInvariant();
            if (key is null || (sign.Length > 0 && MessageSignature.Fits(id, sign, key)))
            {
                return (id, key is not null);
            }
        }

        return null;
    }
}
