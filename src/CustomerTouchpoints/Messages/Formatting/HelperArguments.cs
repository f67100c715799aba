using System.Globalization;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>Reads a helper's arguments, and refuses what does not fit by position and kind, never by value.</summary>
/// <param name="helper">The helper's name.</param>
/// <param name="arguments">What it got.</param>
/// <param name="places">What to call each, where they are not arguments of their own.</param>
internal readonly struct HelperArguments(string helper, IReadOnlyList<object?> arguments, string[]? places = null)
{
    private static readonly string[] Arguments = ["its first argument", "its second argument", "its third argument"];

    public int Count => arguments.Count;

    public object? Optional(int index) => index < arguments.Count ? arguments[index] : null;

    /// <summary>A value that must be there.</summary>
    public object Required(int index, string what) =>
        Optional(index)
        ?? throw new TemplateException(
            index < arguments.Count
                ? $"{{{{{helper}}}}} got nothing as {Place(index)} ({what}); list the name under requires, or write it " + "inside an if."
                : $"{{{{{helper}}}}} needs {what} as {Place(index)}; write the data's own \"{helper}\", if you meant "
                    + $"that, as {{{{this.{helper}}}}}."
        );

    public string RequiredText(int index, string what) => Required(index, what) as string ?? throw Refuse(index, what);

    public decimal RequiredNumber(int index, string what) =>
        Required(index, what) switch
        {
            int number => number,
            long number => number,
            decimal number => number,
            double number when Math.Abs(number) < 1e15 => (decimal)number,
            string text
                when decimal.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out decimal number
                ) => number,
            _ => throw Refuse(index, what),
        };

    public TemplateException Refuse(int index, string what) =>
        new($"{{{{{helper}}}}} can't read {Place(index)} as {what}; correct the data.");

    private string Place(int index) => (places ?? Arguments)[index];
}
