using System.Globalization;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>Reads a helper's arguments, and refuses what does not fit by position and kind, never by value.</summary>
internal readonly struct HelperArguments(string helper, IReadOnlyList<object?> arguments)
{
    private static readonly string[] Places = ["first", "second", "third", "fourth"];

    public int Count => arguments.Count;

    public object? Optional(int index) => index < arguments.Count ? arguments[index] : null;

    /// <summary>A value that must be there.</summary>
    public object Required(int index, string what) =>
        Optional(index)
        ?? throw new TemplateException(
            index < arguments.Count
                ? $"{{{{{helper}}}}} got nothing as its {Places[index]} argument ({what}); list the name under requires, or write it "
                    + "inside an if."
                : $"{{{{{helper}}}}} needs {what} as its {Places[index]} argument; write the data's own \"{helper}\", if you meant "
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
        new($"{{{{{helper}}}}} can't read its {Places[index]} argument as {what}; correct the data.");
}
