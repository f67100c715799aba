using System.Collections.Frozen;
using System.Globalization;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints;

/// <summary>Makes words of reasons, in the reader's culture. English is built in, and a host may add others.</summary>
/// <remarks>
/// Registered by <c>AddCustomerTouchpoints</c> as a singleton; immutable; safe to share between threads. Words are added by
/// <c>MessageOptions.AddWords("fr", ...)</c> under <c>reason.</c> and the code, such as <c>reason.reached-later-state</c> with
/// <c>la ligne a déjà atteint {state}</c>. docs/concepts/reasons.md has every code.
/// </remarks>
public sealed class ReasonWords
{
    /// <summary>What the key of a host's own words for a reason begins with.</summary>
    internal const string Prefix = "reason.";

    private readonly FrozenDictionary<string, FrozenDictionary<string, ReasonPattern>> cultures;

    internal ReasonWords(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> words) =>
        cultures = words.ToFrozenDictionary(
            culture => culture.Key,
            culture =>
                culture
                    .Value.Where(word => word.Key.StartsWith(Prefix, StringComparison.Ordinal))
                    .Where(word => FaultOf(word.Key, word.Value) is null)
                    .ToFrozenDictionary(word => word.Key[Prefix.Length..], word => new ReasonPattern(word.Value)),
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>Why a host's own words for a reason can't be used; null when they can.</summary>
    internal static string? FaultOf(string key, string words)
    {
        if (Vocabulary.Find(key[Prefix.Length..]) is not { } kind)
        {
            return "are of no reason that is known";
        }

        try
        {
            var own = new ReasonPattern(words);
            return own.Names.Except(kind.Words.Names).FirstOrDefault() is { } unknown
                ? $"name a value {{{unknown}}} that it does not have"
                : null;
        }
        catch (FormatException exception)
        {
            return $"can't be filled in: {exception.Message}";
        }
    }

    /// <summary>English alone: what logs and <see cref="Reason.ToString"/> use.</summary>
    internal static ReasonWords English { get; } = new(FrozenDictionary<string, IReadOnlyDictionary<string, string>>.Empty);

    /// <summary>A reason in words.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="culture">
    /// The reader's culture; default <see cref="CultureInfo.CurrentUICulture"/>. Where no words were added for it or its parents,
    /// English is read, with dates and numbers in the invariant culture.
    /// </param>
    /// <returns>The words; for a code that is not known here (a newer host has written it), the code and its values.</returns>
    public string Of(Reason reason, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        CultureInfo reader = culture ?? CultureInfo.CurrentUICulture;
        for (CultureInfo known = reader; known.Name.Length > 0 && cultures.Count > 0; known = known.Parent)
        {
            if (cultures.GetValueOrDefault(known.Name)?.GetValueOrDefault(reason.Code) is { } own)
            {
                return own.Fill(reason, reader, because => Of(because, reader));
            }
        }

        return Vocabulary.Find(reason.Code) is { } kind
            ? kind.Words.Fill(reason, CultureInfo.InvariantCulture, because => Of(because, reader))
            : string.Join(' ', [reason.Code, .. reason.Values.Select(value => $"{value.Key}={value.Value}")]);
    }
}
