using System.Globalization;
using CustomerTouchpoints.Messages.Templates;
using NodaTime;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>Dates and times in the customer's zone and culture: <c>date</c>, <c>time</c>, <c>datetime</c>, <c>relative</c>.</summary>
internal static class TimeHelpers
{
    private const string Moment = "a time such as 2026-11-22T14:30:00Z";

    /// <summary>
    /// <c>{{date when "full"}}</c>: short, medium, long (default), full (with the weekday), day (weekday without the year).
    /// </summary>
    public static object Date(IReadOnlyList<object?> values, RenderContext context)
    {
        var arguments = new HelperArguments("date", values);
        Instant instant = Read(arguments, context, out LocalDate? date);
        return WriteDate(arguments, date ?? instant.InZone(Facts(context).Zone).Date, context);
    }

    /// <summary><c>{{time when}}</c>: hours and minutes; says the zone when it is not the customer's own.</summary>
    public static object Time(IReadOnlyList<object?> values, RenderContext context) =>
        WriteTime(ReadTime(new HelperArguments("time", values), context), context);

    /// <summary><c>{{datetime when "day"}}</c>: the date in a style, and the time.</summary>
    public static object DateTime(IReadOnlyList<object?> values, RenderContext context)
    {
        var arguments = new HelperArguments("datetime", values);
        Instant instant = ReadTime(arguments, context);
        MessageFacts facts = Facts(context);
        return facts.Words.Say("date.at-time", WriteDate(arguments, instant.InZone(facts.Zone).Date, context), WriteTime(instant, context));
    }

    /// <summary><c>{{relative when}}</c>: "in 10 hours", "3 days ago"; minutes up to 90, hours up to 36, then days.</summary>
    public static object Relative(IReadOnlyList<object?> values, RenderContext context)
    {
        MessageFacts facts = Facts(context);
        Duration distance = ReadTime(new HelperArguments("relative", values), context) - facts.Now;
        double minutes = Math.Abs(distance.TotalMinutes);
        (string unit, double count) =
            minutes < 89.5 ? ("minutes", minutes)
            : minutes < 36 * 60 ? ("hours", minutes / 60)
            : ("days", minutes / (24 * 60));
        long rounded = (long)Math.Round(count, MidpointRounding.AwayFromZero);
        return rounded == 0
            ? facts.Words.Say("relative.now")
            : facts.Words.SayCount(distance > Duration.Zero ? $"relative.in-{unit}" : $"relative.{unit}-ago", rounded);
    }

    private static string WriteDate(HelperArguments arguments, LocalDate date, RenderContext context)
    {
        object style = arguments.Optional(1) ?? "long";
        string pattern =
            style is string name && DateStyles.PatternOf(name, context.Culture) is { } found
                ? found
                : throw arguments.Refuse(1, $"a style: {DateStyles.Names}");
        return date.ToDateTimeUnspecified().ToString(pattern, context.Culture);
    }

    private static string WriteTime(Instant instant, RenderContext context)
    {
        MessageFacts facts = Facts(context);
        ZonedDateTime local = instant.InZone(facts.Zone);
        string time = facts.Words.Say("date.time", local.ToDateTimeUnspecified().ToString("t", context.Culture));
        return facts.ZoneIsCustomers ? time : facts.Words.Say("date.time-in-zone", time, ZoneName(local));
    }

    /// <summary>
    /// UTC and CET are names that people know; other zones' short names are often bare offsets, which read better as UTC+9.
    /// </summary>
    private static string ZoneName(ZonedDateTime local)
    {
        string name = local.GetZoneInterval().Name;
        return char.IsAsciiLetter(name[0]) ? name : string.Create(CultureInfo.InvariantCulture, $"UTC{local.Offset:g}");
    }

    private static Instant ReadTime(HelperArguments arguments, RenderContext context) =>
        Read(arguments, context, out LocalDate? date) is var instant && date is null
            ? instant
            : throw arguments.Refuse(0, $"{Moment} (it is a date without a time)");

    private static Instant Read(HelperArguments arguments, RenderContext context, out LocalDate? date) =>
        MomentReader.TryRead(arguments.Required(0, Moment), Facts(context).LocalZone, out Instant instant, out date)
            ? instant
            : throw arguments.Refuse(0, Moment);

    private static MessageFacts Facts(RenderContext context) =>
        context.Facts ?? throw new TemplateException("times can be written in messages only.");
}
