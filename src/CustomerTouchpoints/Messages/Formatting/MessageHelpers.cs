using System.Collections.Frozen;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>The functions that every template may call, whatever the engine.</summary>
internal static class MessageHelpers
{
    public static readonly IReadOnlyDictionary<string, TemplateHelper> All = new Dictionary<string, TemplateHelper>(StringComparer.Ordinal)
    {
        ["date"] = TimeHelpers.Date,
        ["time"] = TimeHelpers.Time,
        ["datetime"] = TimeHelpers.DateTime,
        ["relative"] = TimeHelpers.Relative,
        ["money"] = MoneyHelper.Money,
        ["number"] = NumberHelper.Number,
        ["link"] = LinkHelper.Link,
        ["image"] = ImageHelper.Image,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
