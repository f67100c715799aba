namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>Turns the model's values into what Scriban walks through, and back into what helpers expect.</summary>
internal static class ModelValue
{
    public static object? Wrap(object? value) =>
        value switch
        {
            null or string => value,
            IReadOnlyDictionary<string, object?> map => new ModelMap(map),
            IReadOnlyList<object?> list => new ModelList(list),
            _ => value,
        };

    public static object? Unwrap(object? value) =>
        value switch
        {
            null or string => value,
            ModelMap map => map.Source,
            ModelList list => list.Source,
            TemplateScope scope => scope.Model,
            _ => value,
        };

    /// <summary>Whether a condition holds: the same question that <c>requires</c> asks, so that "" and an empty list are nothing.</summary>
    public static bool IsGiven(object? value) =>
        value switch
        {
            null or false => false,
            string text => !string.IsNullOrWhiteSpace(text),
            System.Collections.ICollection list => list.Count > 0,
            _ => true,
        };
}
