using System.Globalization;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>
/// What a definition says of answers, in plain lines. They are stored and compared from one release to the next, so they never change;
/// calendars are read back from them.
/// </summary>
internal static class ResponseWords
{
    public static IEnumerable<string> Of(ResponsePolicy policy) =>
        [
            .. policy
                .Meanings.OrderBy(meaning => meaning.Key, StringComparer.Ordinal)
                .Select(meaning => $"{meaning.Key} {string.Join(", ", meaning.Value.Words)}"),
            .. policy.Attendances.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"in {each.Key}: {Words(each.Value)}"),
            .. policy.Targets.Select(Of),
            .. policy.Targets.Select(target => target.Calendar).Distinct().Select(CalendarBook.WordOf),
        ];

    private static string Of(ResponseTarget target)
    {
        TargetDraft draft = target.Draft;
        string[] words =
        [
            $"target {target.Place} of {target.Clock}: {ClockNames.Of(draft.Metric)} within "
                + $"{draft.Within.ToString("c", CultureInfo.InvariantCulture)} by calendar {draft.Calendar.Version}",
            .. Listed("in", draft.States),
            .. Listed("on", draft.Channels),
            .. Listed("for priority", draft.Priorities),
            .. Listed("for segment", draft.Segments),
            .. Listed("for topic", draft.Topics),
            .. Listed("warns at", [.. draft.Warnings.Select(share => share.ToString("R", CultureInfo.InvariantCulture))]),
            .. Listed("escalates to", draft.EscalatesTo),
            .. Word(draft.Reopening != Reopening.Resume, $"when reopened {draft.Reopening.ToString().ToLowerInvariant()}"),
            .. Word(draft.Retargeting != Retargeting.FromNow, $"when changed {draft.Retargeting.ToString().ToLowerInvariant()}"),
            .. Word(draft.PausesWhileWaiting, "pauses while waiting"),
            .. Word(draft.BotsCount, "bots count"),
        ];
        return string.Join(", ", words);
    }

    private static string Words(Attendance attendance) =>
        attendance switch
        {
            Attendance.WaitsForCustomer => "waits for the customer",
            Attendance.Worked => "worked on",
            _ => "waits for us",
        };

    private static string[] Listed<T>(string word, IReadOnlyList<T> values) =>
        Word(values.Count > 0, $"{word} {string.Join(" or ", values)}");

    private static string[] Word(bool isSaid, string word) => isSaid ? [word] : [];
}
