namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>A number with the culture's grouping: <c>{{number 12345.5}}</c>, or with fixed decimals <c>{{number weight 1}}</c>.</summary>
internal static class NumberHelper
{
    public static object Number(IReadOnlyList<object?> values, RenderContext context)
    {
        var arguments = new HelperArguments("number", values);
        decimal number = arguments.RequiredNumber(0, "a number");
        if (arguments.Optional(1) is null)
        {
            return number.ToString("#,##0.############", context.Culture);
        }

        decimal decimals = arguments.RequiredNumber(1, "a count of decimals from 0 to 9");
        return decimals is >= 0 and <= 9
            ? number.ToString($"N{(int)decimals}", context.Culture)
            : throw arguments.Refuse(1, "a count of decimals from 0 to 9");
    }
}
