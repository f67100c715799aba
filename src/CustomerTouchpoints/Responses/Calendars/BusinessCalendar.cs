using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using CustomerTouchpoints.Responses.Calendars;

namespace CustomerTouchpoints.Responses;

/// <summary>
/// When somebody is there to answer: weekly hours, shifts, breaks and holidays in a time zone, or what several such calendars have in
/// common. It counts open time as it passes: where clocks are changed, the hour that is missing is not counted, and the hour that comes
/// twice counts twice.
/// </summary>
/// <remarks>
/// <para>
/// Edges of hours are local times, to the second. One that the clocks skip means the next valid instant, one that they show twice its first
/// occurrence. Instants may have any fraction of a second; answers are in UTC.
/// </para>
/// <para>
/// Hours are computed for the years 1900 to 2199 (<see cref="AlwaysOpen"/> has no such bounds), by the IANA rules that the NodaTime package
/// brings. Each year that is asked for is computed once and kept, some 12 KB for two intervals a day; after that an answer allocates
/// nothing.
/// </para>
/// <para>Immutable; safe to share between threads. Two calendars of the same content are equal.</para>
/// </remarks>
public sealed class BusinessCalendar : IEquatable<BusinessCalendar>
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;
    private const string AlwaysText = "always";
    private const string And = " & ";

    private readonly Schedule[] schedules;
    private readonly string text;
    private readonly OpenYear?[] years;

    private BusinessCalendar(params Schedule[] schedules)
    {
        this.schedules = schedules;
        text = schedules.Length == 0 ? AlwaysText : string.Join(And, schedules.Select(schedule => schedule.Text));
        years = schedules.Length == 0 ? [] : new OpenYear?[LastYear - FirstYear + 1];
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    /// <summary>Open at every instant: time by this calendar is time by the clock.</summary>
    public static BusinessCalendar AlwaysOpen { get; } = new();

    /// <summary>
    /// Names the content: 32 hexadecimal digits, the same for the same hours in whatever order they were declared, in every process.
    /// </summary>
    public string Version { get; }

    /// <summary>Begins a calendar.</summary>
    /// <param name="zone">The IANA name of the time zone, such as <c>Europe/Rome</c>. It is kept as it is written: an alias makes another
    /// version.</param>
    /// <exception cref="ArgumentException">The zone is not known.</exception>
    public static BusinessCalendarBuilder In(string zone) => new(new ScheduleDraft(zone));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is no calendar, names a zone that is not known, or is never open.</exception>
    public static BusinessCalendar Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim() == AlwaysText
            ? AlwaysOpen
            : OpenBy(text.Split('&').Select(part => ScheduleText.Read(part.Trim())))
                ?? throw new ArgumentException(
                    $"The calendar \"{Identifier.Shown(text)}\" is never open: give it hours, or write {AlwaysText}.",
                    nameof(text)
                );
    }

    /// <summary>The calendar that is open when this one and another are: the hours of a desk and of the bank that it needs.</summary>
    /// <exception cref="ArgumentException">The two are never open at the same time.</exception>
    public BusinessCalendar Intersect(BusinessCalendar other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return OpenBy(schedules.Concat(other.schedules))
            ?? throw new ArgumentException(
                $"The calendars \"{text}\" and \"{other}\" are never open at the same time, from {FirstYear} to {LastYear}: widen the "
                    + "hours of one.",
                nameof(other)
            );
    }

    /// <summary>
    /// Whether an instant is within the hours. Hours include the instant at which they begin, and not the one at which they end.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside of the years 1900 to 2199.</exception>
    public bool IsOpen(DateTimeOffset instant) => IsAlwaysOpen || YearAt(YearOf(instant)).IsOpen(instant.UtcTicks);

    /// <summary>
    /// The first open instant that is not before another: the instant itself while it is open; null when there is none until the end of
    /// 2199.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside of the years 1900 to 2199.</exception>
    public DateTimeOffset? NextOpening(DateTimeOffset instant)
    {
        if (IsAlwaysOpen)
        {
            return instant.ToUniversalTime();
        }

        for (int year = YearOf(instant); year <= LastYear; year++)
        {
            if (YearAt(year).NextOpening(instant.UtcTicks) is { } next)
            {
                return new DateTimeOffset(next, TimeSpan.Zero);
            }
        }

        return null;
    }

    /// <summary>
    /// The first instant at which a span of open time has passed since another. It may be a closing time: what is due with the last minute
    /// of a day is due then, and not when the next day opens. A span of zero ends where it begins, open or not.
    /// </summary>
    /// <param name="instant">Where to begin. Closed time after it does not count.</param>
    /// <param name="span">How much open time, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The instant is outside of the years 1900 to 2199, the span is negative, or there is not so much open time until the end of 2199. A
    /// calendar of shifts alone runs out of them: ask <see cref="TryAdd"/> where that can happen.
    /// </exception>
    public DateTimeOffset Add(DateTimeOffset instant, TimeSpan span) =>
        TryAdd(instant, span, out DateTimeOffset? end)
            ? end.Value
            : throw new ArgumentOutOfRangeException(
                nameof(span),
                span,
                $"The calendar \"{text}\" has not so much open time after {instant.UtcDateTime:u}: shorten the span, or give the "
                    + "calendar further hours."
            );

    /// <summary>Like <see cref="Add"/>, for calendars that may not have so much open time.</summary>
    /// <param name="instant">Where to begin.</param>
    /// <param name="span">How much open time, not negative.</param>
    /// <param name="end">When so much open time has passed.</param>
    /// <returns>Whether there is so much open time until the end of 2199; with <see cref="AlwaysOpen"/>, within what a date can
    /// say.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside of the years 1900 to 2199, or the span is negative.</exception>
    public bool TryAdd(DateTimeOffset instant, TimeSpan span, [NotNullWhen(true)] out DateTimeOffset? end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        end = EndOf(instant, span) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        return end is not null;
    }

    /// <summary>The open time from one instant to another; negative when the second is the earlier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An instant is outside of the years 1900 to 2199.</exception>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (IsAlwaysOpen)
        {
            return to - from;
        }

        int fromYear = YearOf(from);
        int toYear = YearOf(to);
        long open = YearAt(toYear).Before(to.UtcTicks) - YearAt(fromYear).Before(from.UtcTicks);
        for (int year = Math.Min(fromYear, toYear); year < Math.Max(fromYear, toYear); year++)
        {
            open += fromYear < toYear ? YearAt(year).Total : -YearAt(year).Total;
        }

        return new TimeSpan(open);
    }

    /// <summary>
    /// The whole content as one line, fit for <see cref="Parse"/>: <c>Europe/Rome; mon,tue 09:00-13:00 14:00-18:00; closed 2026-12-25</c>.
    /// </summary>
    public override string ToString() => text;

    /// <summary>Whether two calendars have the same content.</summary>
    public bool Equals(BusinessCalendar? other) => string.Equals(text, other?.text, StringComparison.Ordinal);

    /// <summary>Whether another object is a calendar of the same content.</summary>
    public override bool Equals(object? obj) => Equals(obj as BusinessCalendar);

    /// <summary>A hash of the content.</summary>
    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether two calendars have the same content.</summary>
    public static bool operator ==(BusinessCalendar? left, BusinessCalendar? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two calendars differ.</summary>
    public static bool operator !=(BusinessCalendar? left, BusinessCalendar? right) => !(left == right);

    /// <summary>
    /// The hours that this calendar has in each of some zones, by its own clock, in common; null when they have none, or no zone is given.
    /// </summary>
    internal BusinessCalendar? In(IReadOnlyList<string> zones) =>
        IsAlwaysOpen ? this
        : zones.Count == 0 ? null
        : OpenBy(zones.SelectMany(zone => schedules.Select(schedule => schedule.In(zone))));

    /// <summary>The calendar of what some schedules have in common; null when they are never open together.</summary>
    internal static BusinessCalendar? OpenBy(IEnumerable<Schedule> schedules)
    {
        Schedule[] distinct =
        [
            .. schedules.DistinctBy(schedule => schedule.Text).OrderBy(schedule => schedule.Text, StringComparer.Ordinal),
        ];

        // Most have open time in any year; the others are looked through to the end.
        IEnumerable<int> inOrder = Enumerable.Range(2000, LastYear - 2000 + 1).Concat(Enumerable.Range(FirstYear, 2000 - FirstYear));
        return distinct.Length == 0 ? AlwaysOpen
            : inOrder.Any(year => OpenYear.Of(year, distinct).Total > 0) ? new BusinessCalendar(distinct)
            : null;
    }

    private bool IsAlwaysOpen => schedules.Length == 0;

    private long? EndOf(DateTimeOffset instant, TimeSpan span)
    {
        if (IsAlwaysOpen)
        {
            return DateTimeOffset.MaxValue - instant >= span ? instant.UtcTicks + span.Ticks : null;
        }

        int year = YearOf(instant);
        if (span == TimeSpan.Zero)
        {
            return instant.UtcTicks;
        }

        long left = YearAt(year).Before(instant.UtcTicks) + span.Ticks;
        for (; year <= LastYear; year++)
        {
            OpenYear open = YearAt(year);
            if (left <= open.Total)
            {
                return open.After(left);
            }

            left -= open.Total;
        }

        return null;
    }

    private static int YearOf(DateTimeOffset instant) =>
        instant.UtcDateTime.Year is >= FirstYear and <= LastYear and var year
            ? year
            : throw new ArgumentOutOfRangeException(
                nameof(instant),
                instant,
                $"Hours are known for the years {FirstYear} to {LastYear} only: give an instant within them."
            );

    private OpenYear YearAt(int year)
    {
        ref OpenYear? known = ref years[year - FirstYear];
        return Volatile.Read(ref known) ?? Interlocked.CompareExchange(ref known, OpenYear.Of(year, schedules), null) ?? known;
    }
}
