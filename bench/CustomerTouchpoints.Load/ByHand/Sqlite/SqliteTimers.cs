using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>
/// Timers as a user would write them: a worker takes up to sixteen that are due, and in one transaction moves the questions, ends the
/// clocks, and writes the journal. When it has found nothing it looks again after a tenth of a second.
/// </summary>
internal sealed class SqliteTimers(Place place) : IDueContender
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly SqliteQuestionDesk desk = new(place);
    private readonly CancellationTokenSource stopping = new();
    private Task worker = Task.CompletedTask;

    public FiredLog Fired { get; } = new();

    public Task<DateTimeOffset> SetAsync(int timers)
    {
        DateTimeOffset due = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(3);
        desk.Fill(timers, due);
        worker = Task.Run(WorkAsync);
        return Task.FromResult(due);
    }

    public Task<DurableRows> CountAsync() =>
        DurableRows.InAsync(
            place,
            ("journeys", "journeys"),
            ("event keys", "event_keys"),
            ("journal", "journal"),
            ("overdue", "journeys WHERE state = 3"),
            ("timers that wait", "clocks WHERE status = 0")
        );

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await worker;
        desk.Dispose();
        stopping.Dispose();
    }

    private async Task WorkAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            int fired = desk.Fire();
            Fired.Add(fired);
            if (fired == 0)
            {
                await Task.Delay(Pause);
            }
        }
    }
}
