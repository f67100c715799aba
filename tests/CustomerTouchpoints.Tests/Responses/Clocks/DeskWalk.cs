using System.Globalization;
using System.Text.Json;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>
/// One question at a desk, told in lines such as <c>mon 9:00 asked; 9:08 said by=bot; 9:30 solved</c>. A day is named when it changes; an
/// event that is reported late names both times: <c>9:20 said at=9:05</c>. A line of a time alone lets it pass.
/// </summary>
internal sealed class DeskWalk : IAsyncDisposable
{
    public static readonly JourneyId Id = "question/7";

    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private DateTimeOffset day = Monday;

    private DeskWalk(TouchpointsTestHost host) => Host = host;

    public TouchpointsTestHost Host { get; }

    public static async Task<DeskWalk> StartAsync<TDesk>(Action<TouchpointsBuilder>? configure = null, DateTimeOffset? startAt = null)
        where TDesk : Lifecycle, new() => new(await TouchpointsTestHost.StartAsync<TDesk>(configure, startAt ?? Monday));

    /// <summary>A desk with a story behind it.</summary>
    public static async Task<DeskWalk> OfAsync<TDesk>(string story)
        where TDesk : Lifecycle, new()
    {
        DeskWalk walk = await StartAsync<TDesk>();
        await walk.TellAsync(story);
        return walk;
    }

    public async Task TellAsync(string story)
    {
        foreach (string line in story.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (Array.IndexOf(Days, words[0]) is >= 0 and var index)
            {
                DateTimeOffset next = Monday.AddDays(index);
                day = next < day ? next.AddDays(7) : next;
                words = words[1..];
            }

            if (At(words[0]) > Host.Time.GetUtcNow())
            {
                await Host.AdvanceToAsync(At(words[0]));
            }

            if (words.Length > 1)
            {
                await RaiseAsync(words[1], words[2..].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]));
            }
        }
    }

    /// <summary>Lets the clock go on while the host sleeps: nobody looks at what becomes due.</summary>
    public void SleepUntil(string time) => Host.Time.MoveTo(At(time));

    /// <summary>The messages that have left, by rule and role.</summary>
    public IEnumerable<string> Sent => Host.Channel.Sent.Select(message => $"{message.Touchpoint.Rule} to {message.Touchpoint.Role}");

    /// <summary>What the people on our side were told, in order.</summary>
    public IEnumerable<string> Escalated => Host.Escalations.Told.Select(told => $"{told.Id.Split('~', 2)[1]} at {InWords(told.At)}");

    /// <summary>A time of the last day that was told.</summary>
    public DateTimeOffset At(string time) => day + TimeSpan.Parse(time, CultureInfo.InvariantCulture);

    public async Task<ClockRow?> ClockAsync(string clock, int cycle = 1) =>
        await Host.Store().FindClockAsync(new ClockId(Id, clock, cycle), default);

    /// <summary>A clock in a few words: how it stands, the hours and minutes that were used, and when it was breached.</summary>
    public async Task<string> SayAsync(string clock, int cycle = 1) =>
        await ClockAsync(clock, cycle) is not { } row
            ? "none"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Status.ToString().ToLowerInvariant()} "
                    + $"{Words(row.Used)}{(row.BreachedAt is { } at ? $", breached {InWords(at)}" : "")}"
            );

    /// <summary>When it is due, as the stories tell times.</summary>
    public async Task<string> DueAsync(string clock, int cycle = 1) =>
        (await ClockAsync(clock, cycle))?.DueAt is { } due ? InWords(due) : "never";

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static string Words(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span:mm}{(span.Seconds == 0 ? "" : $":{span:ss}")}");

    private static string InWords(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{Days[((int)at.DayOfWeek + 6) % 7]} {at:H:mm}{(at.Second == 0 ? "" : $":{at:ss}")}");

    private async Task RaiseAsync(string name, Dictionary<string, string> data)
    {
        DateTimeOffset? occurredAt = data.Remove("at", out string? time) ? At(time) : null;
        await Host.RaiseAsync(
            new IncomingEvent
            {
                Journey = Id,
                Name = name,
                Id = $"{name}-{Host.Time.GetUtcNow():O}-{time}",
                OccurredAt = occurredAt,
                Parties = new Dictionary<string, CustomerId> { ["asker"] = "ana", ["lead"] = "lee" },
                Data = JsonSerializer.SerializeToElement(data),
            }
        );
    }
}
