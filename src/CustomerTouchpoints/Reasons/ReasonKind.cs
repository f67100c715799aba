namespace CustomerTouchpoints.Reasons;

/// <summary>One kind of reason: its code, and its words in English, which name the values that it has.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class ReasonKind
{
    private readonly string[] names;
    private readonly Reason plain;

    public ReasonKind(string code, string words)
    {
        Code = code;
        Words = new ReasonPattern(words);
        names = [.. Words.Names];
        plain = new Reason(code, [], null);
    }

    public string Code { get; }

    public ReasonPattern Words { get; }

    /// <summary>The reason of a kind that has no values.</summary>
    public static implicit operator Reason(ReasonKind kind) => kind.With();

    /// <summary>A reason of this kind.</summary>
    /// <param name="values">Its values, in the order in which the words name them; null for one that they can do without.</param>
    public Reason With(params ReadOnlySpan<ReasonValue> values) => Of(null, values);

    /// <summary>A reason of this kind that another one has led to.</summary>
    /// <param name="because">The reason behind it.</param>
    /// <param name="values">Its values, in the order in which the words name them first.</param>
    public Reason After(Reason because, params ReadOnlySpan<ReasonValue> values) => Of(because, values);

    private Reason Of(Reason? because, ReadOnlySpan<ReasonValue> values)
    {
        if (values.Length != names.Length || (because is null) == Words.HasBecause)
        {
            throw new ArgumentException($"{Code} has the values {string.Join(", ", names)}.", nameof(values));
        }

        if (names.Length == 0 && because is null)
        {
            return plain;
        }

        int given = 0;
        foreach (ReasonValue value in values)
        {
            given += value.Text is null ? 0 : 1;
        }

        var pairs = new KeyValuePair<string, string>[given];
        for (int i = 0, next = 0; i < values.Length; i++)
        {
            if (values[i].Text is { } text)
            {
                // Whoever said it: nothing that a store could not keep gets further than this.
                pairs[next++] = new(names[i], HostText.Clean(text));
            }
        }

        return new Reason(Code, pairs, because);
    }
}
