using CustomerTouchpoints.Load.ByHand.PostgreSql;
using CustomerTouchpoints.Load.ByHand.Sqlite;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Questions;
using CustomerTouchpoints.Load.Stores;

namespace CustomerTouchpoints.Load.Works;

/// <summary>
/// W2, the question: asked, which starts two clocks; answered, which ends the first; closed, which ends the second. No messages.
/// </summary>
internal sealed class Inquiries(Store store, LoadOptions options) : IWork
{
    private const int InquiriesPerSecondOnSqlite = 2500;
    private const int InquiriesPerSecondOnPostgreSql = 800;

    private static readonly QuestionStep[] Steps = [QuestionStep.Asked, QuestionStep.Answered, QuestionStep.Closed];

    public string Name => "W2";

    public string Store => store.Name;

    public string Peer => "by-hand";

    public string Unit => "inquiries";

    public IReadOnlyList<int> Callers(IReadOnlyList<int> asked) => asked;

    public double? Wanted(int callers) =>
        (store, callers) switch
        {
            (SqliteStore, _) => null,
            (_, 1) => 1.2,
            (_, 8) => 3,
            (_, 32) => 4,
            (_, 512) => 10,
            _ => null,
        };

    public async Task WarmUpAsync(bool oursOnly)
    {
        await OursAsync(64);
        if (!oursOnly)
        {
            await PeerAsync(64);
        }
    }

    public async Task<Round> OursAsync(int callers)
    {
        await using Place place = await store.NewPlaceAsync();
        return await RoundOf(callers).RunAsync(new EmbeddedQuestions(place, options.Slots, Steps), callers);
    }

    public async Task<Round> PeerAsync(int callers)
    {
        await using Place place = await store.NewPlaceAsync();
        IContender peer = store is SqliteStore ? new SqliteQuestions(place) : new PostgreSqlQuestions(place, callers);
        return await RoundOf(callers).RunAsync(peer, callers);
    }

    public Task<double?> CeilingAsync(int callers) => Task.FromResult<double?>(null);

    private StepRound RoundOf(int callers)
    {
        int inquiries = (int)(options.Seconds * (store is SqliteStore ? InquiriesPerSecondOnSqlite : InquiriesPerSecondOnPostgreSql));
        return new StepRound(Math.Max(inquiries, callers * 3), Steps.Length, UnitsEach: 1, MessagesEach: 0);
    }
}
