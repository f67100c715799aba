namespace CustomerTouchpoints.Messages.Words;

/// <summary>What stands between a date and a time (<c>{0}</c> and <c>{1}</c>), and around a time.</summary>
internal static class DateWords
{
    public static readonly WordTable Table = new()
    {
        ["date.at-time"] = new("{0} at {1}", "{0} à {1}", "{0} um {1}", "{0} a las {1}", "{0} alle {1}"),
        ["date.time"] = new("{0}", "{0}", "{0} Uhr", "{0}", "{0}"),
        ["date.time-in-zone"] = new("{0} {1}", "{0} {1}", "{0} {1}", "{0} {1}", "{0} {1}"),
    };
}
