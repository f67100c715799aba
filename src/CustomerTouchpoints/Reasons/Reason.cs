using System.Text.Json.Serialization;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints;

/// <summary>Why something was done, or was not: a code with values. Words are made of it when it is read.</summary>
/// <remarks>
/// Immutable; safe to share between threads; equal when code, values and what lies behind it are. As JSON it is one flat object:
/// <c>{"code":"reached-later-state","state":"shipped"}</c>. docs/concepts/reasons.md lists every code with its values; codes and the names
/// of values are stable, words are not. Journals of before 0.2 told reasons in words: they are read as the code <c>text</c>.
/// </remarks>
[JsonConverter(typeof(ReasonJson))]
public sealed class Reason : IEquatable<Reason>
{
    private readonly KeyValuePair<string, string>[] values;
    private string? text;

    internal Reason(string code, KeyValuePair<string, string>[] values, Reason? because)
    {
        Code = code;
        this.values = values;
        Because = because;
    }

    /// <summary>What kind of reason it is, such as <c>reached-later-state</c>.</summary>
    public string Code { get; }

    /// <summary>
    /// Its values by name. Instants are in ISO 8601 and UTC, spans as <c>[d.]hh:mm:ss</c>, numbers in the invariant culture.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values => values.ToDictionary(StringComparer.Ordinal);

    /// <summary>The reason behind it, where one leads to another; null where none does.</summary>
    public Reason? Because { get; }

    /// <summary>It as JSON text, as stores keep it.</summary>
    internal string Text => text ??= ReasonText.Of(this);

    internal ReadOnlySpan<KeyValuePair<string, string>> Pairs => values;

    /// <summary>The reason whose JSON a store has kept; a text of before 0.2, when reasons were words, is a reason of itself.</summary>
    internal static Reason Stored(string text) => ReasonText.Read(text);

    /// <summary>A value of this name; null when it has none.</summary>
    internal string? Find(ReadOnlySpan<char> name)
    {
        foreach (KeyValuePair<string, string> value in values)
        {
            if (name.SequenceEqual(value.Key))
            {
                return value.Value;
            }
        }

        return null;
    }

    /// <summary>The reason in English. For other languages see <see cref="ReasonWords"/>.</summary>
    public override string ToString() => ReasonWords.English.Of(this);

    /// <inheritdoc/>
    public bool Equals(Reason? other) =>
        other is not null
        && (
            ReferenceEquals(this, other)
            || (Code == other.Code && values.AsSpan().SequenceEqual(other.values) && Equals(Because, other.Because))
        );

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Reason);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, values.Length == 0 ? null : values[0].Value, Because);
}
