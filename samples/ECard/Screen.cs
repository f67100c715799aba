using System.Globalization;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Diagnostics;

namespace ECard;

/// <summary>Tells the story line by line, by the clocks of both: what happens, what waits and why, and what rings.</summary>
internal sealed class Screen(TimeProvider time) : IChannelSender, ITouchpointObserver
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById(TwoFriends.Ana.TimeZone!);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById(TwoFriends.Lea.TimeZone!);

    /// <summary>How many messages rang, by whom they reached.</summary>
    public Dictionary<string, int> Rang { get; } = [];

    /// <summary>A line, with the time in New York and in Paris.</summary>
    public void Tell(string line) => Console.WriteLine($"{Clock(NewYork)}  {Clock(Paris)}  {line}");

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Tell($"» {message.Name}’s phone rings ({message.Touchpoint.Rule}):");
        foreach (string line in message.Content.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Console.WriteLine($"{"", 24}    {line}");
        }

        Rang[message.Name!] = Rang.GetValueOrDefault(message.Name!) + 1;
        return Task.FromResult(SendResult.Sent());
    }

    public Task ObserveAsync(IReadOnlyList<TouchpointNotice> notices, CancellationToken cancellationToken)
    {
        foreach (TouchpointNotice notice in notices.Where(notice => notice.Kind == NoticeKind.Held))
        {
            Tell($"… {notice.Touchpoint!.Value.Rule} waits: {notice.Reason}");
        }

        return Task.CompletedTask;
    }

    private string Clock(TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).ToString("ddd HH:mm", CultureInfo.InvariantCulture);
}
