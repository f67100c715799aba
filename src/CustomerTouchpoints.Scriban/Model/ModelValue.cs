namespace CustomerTouchpoints.Scriban.Model;

/// <summary>Turns the model's values into what Scriban walks through, and back into what helpers expect.</summary>
internal static class ModelValue
{
    public static object? Wrap(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => new ModelMap(map),
            IReadOnlyList<object?> list => new ModelList(list),
            _ => value,
        };

    public static object? Unwrap(object? value) =>
        value switch
        {
            ModelMap map => map.Source,
            ModelList list => list.Source,
            _ => value,
        };
}
