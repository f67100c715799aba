namespace CustomerTouchpoints.Email.Headers;

/// <summary>What may stand in a header at all: one line of text. It reads a value before any other code does.</summary>
internal static class HeaderText
{
    /// <summary>The longest text in UTF-16 units. Far more than people write, and far less than servers refuse.</summary>
    public const int MaxLength = 1000;

    /// <summary>Null, or what is wrong, as the end of a sentence that begins with the value: "has a control character".</summary>
    public static string? Fault(string value)
    {
        if (value.Length > MaxLength)
        {
            return $"is longer than {MaxLength} characters";
        }

        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsControl(c))
            {
                return "has a control character";
            }

            if (c is '\u2028' or '\u2029')
            {
                return "has a line separator";
            }

            if (char.IsSurrogate(c) && !(i + 1 < value.Length && char.IsSurrogatePair(c, value[++i])))
            {
                return "has half a surrogate pair";
            }
        }

        return null;
    }

    /// <summary>The value itself, if it may stand in a header.</summary>
    /// <exception cref="ArgumentException">It may not; the message does not repeat it.</exception>
    public static string Checked(string value, string what)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Fault(value) is { } fault ? throw new ArgumentException($"The {what} {fault}.", nameof(value)) : value;
    }
}
