using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>W2 as a user would write it instead: one connection behind a lock, prepared commands, one transaction for each event.</summary>
internal sealed class SqliteQuestions(Place place) : IContender
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SqliteQuestionDesk desk = new(place);

    /// <summary>Nobody is told anything.</summary>
    public int Sent => 0;

    public Task StartAsync() => Task.CompletedTask;

    public async Task RaiseAsync(int subject, int step)
    {
        string data = QuestionTexts.Data(step);
        await turn.WaitAsync();
        try
        {
            desk.Write(subject, step, data);
        }
        finally
        {
            turn.Release();
        }
    }

    public Task<DurableRows> CountAsync() =>
        DurableRows.InAsync(
            place,
            ("journeys", "journeys"),
            ("event keys", "event_keys"),
            ("journal", "journal"),
            ("clocks", "clocks"),
            ("clocks that run", "clocks WHERE status = 0")
        );

    public ValueTask DisposeAsync()
    {
        desk.Dispose();
        turn.Dispose();
        return ValueTask.CompletedTask;
    }
}
