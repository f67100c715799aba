using CustomerTouchpoints.Engine.Bulkheads;
using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>
/// Asks how the host is: for its health check, whenever that wants to know; and every few seconds by itself, so that the log says what is
/// wrong although nobody asks.
/// </summary>
/// <remarks>Thread-safe; one loop steps.</remarks>
internal sealed class HealthWatch
{
    /// <summary>How often it looks by itself: what is wrong is known within ten seconds, and what grows has to be seen to twice.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly WriterWatch writer;
    private readonly StoreTime time;
    private readonly ILogger<HealthWatch> logger;
    private readonly QueueQuestion queue;
    private readonly IHealthQuestion[] ofTheStore;
    private readonly IHealthQuestion[] ofMemory;
    private IReadOnlyList<HealthFinding> known = [];

    public HealthWatch(
        ITouchpointStore store,
        IntakeReader intake,
        Writer submissions,
        WriterWatch writer,
        ErrandPools pools,
        BulkheadBook bulkheads,
        Notices notices,
        IOptions<TouchpointsOptions> options,
        StoreTime time,
        ILogger<HealthWatch> logger
    )
    {
        this.writer = writer;
        this.time = time;
        this.logger = logger;
        queue = new QueueQuestion(submissions, options);
        Due = new DueQuestion(store);
        Review = new ReviewQuestion(store);
        ofTheStore = [Due, new IntakeQuestion(store, intake), new SwitchesQuestion(store), Review];
        ofMemory =
        [
            new HostCodeQuestion(bulkheads),
            new WriterQuestion(writer),
            queue,
            new LoopQuestion(Loops),
            new ChannelQuestion(notices),
            new SlotQuestion(pools),
        ];
    }

    public LoopBook Loops { get; } = new();

    public DueQuestion Due { get; }

    public ReviewQuestion Review { get; }

    /// <summary>Asks everything. While the writer stands the store is not asked: it may be what the writer waits for.</summary>
    public async Task<Examination> ExamineAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var examination = new Examination(now);
        if (writer.Stands is null)
        {
            try
            {
                await AskAsync(ofTheStore, examination, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException exception)
            {
                examination = new Examination(now) { Exception = exception };
                Reason reason = StoreHealth.ReasonOf(exception);
                examination.Find(HealthStatus.Unhealthy, reason.Code, $"{reason}: {exception.Message}");
            }
        }

        await AskAsync(ofMemory, examination, cancellationToken).ConfigureAwait(false);
        return examination;
    }

    /// <summary>Looks, and logs what has changed since it looked before.</summary>
    public async Task StepAsync(CancellationToken cancellationToken)
    {
        queue.Look();
        IReadOnlyList<HealthFinding> found = (await ExamineAsync(cancellationToken).ConfigureAwait(false)).Findings;
        foreach (HealthFinding finding in found.ExceptBy(known.Select(Topic), Topic))
        {
            HealthLog.Found(logger, finding.Code, finding.Words);
        }

        foreach (HealthFinding finding in known.ExceptBy(found.Select(Topic), Topic))
        {
            HealthLog.Over(logger, finding.Code, finding.Words);
        }

        known = found;
    }

    private static (string Code, string Subject) Topic(HealthFinding finding) => (finding.Code, finding.Subject);

    private static async Task AskAsync(IHealthQuestion[] questions, Examination examination, CancellationToken cancellationToken)
    {
        foreach (IHealthQuestion question in questions)
        {
            await question.AskAsync(examination, cancellationToken).ConfigureAwait(false);
        }
    }
}
