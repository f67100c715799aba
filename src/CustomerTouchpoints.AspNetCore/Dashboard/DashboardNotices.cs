using System.Collections.Frozen;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>What a page says of an action. The address names it by a key, so that nobody puts words of theirs on a page of ours.</summary>
internal static class DashboardNotices
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["resend"] = "It goes out again.",
        ["sent"] = "It counts as sent.",
        ["discard"] = "It is discarded.",
        ["not-waiting"] = "Nothing was done: it does not wait for anybody any more.",
        ["being-asked"] = "Nothing was done: its channel is being asked at this moment. Try again.",
        ["too-many"] = "Nothing was done: too many messages of its journey are on their way.",
        ["no-such"] = "Nothing was done: there is no such message.",
        ["withdrawn"] = "What was pending is withdrawn.",
        ["nothing-pending"] = "Nothing was pending.",
        ["paused"] = "It is paused.",
        ["resumed"] = "It goes on.",
        ["as-it-was"] = "It was so already.",
        ["discarded"] = "What was planned until now is discarded.",
        ["lifted"] = "The address may be written to again.",
        ["not-lifted"] = "Nothing was done: it was lifted already.",
        ["erased"] = "The customer is erased.",
        ["answered"] = "The answer is on its way.",
        ["noted"] = "The note is kept.",
        ["taken"] = "It is handed over.",
        ["solved"] = "It is solved.",
        ["closed"] = "It is closed.",
        ["overtaken"] = "Nothing was done: the conversation has gone on. Read what is new, and repeat it.",
        ["no-effect"] = "Nothing was done: where it stands, this has no effect.",
    }.ToFrozenDictionary();

    public static string? Find(string? key) => key is not null && Words.TryGetValue(key, out string? words) ? words : null;
}
