namespace CustomerTouchpoints.Reasons;

/// <summary>What is wrong with a host, as its health check and its log say.</summary>
internal static class HealthReasons
{
    public static readonly ReasonKind WriterStands = new("writer-stands", "the writer has stood still for {seconds} s, on {on}");

    public static readonly ReasonKind SlowDecision = new("slow-decision", "{decision}");

    public static readonly ReasonKind QueueGrows = new("queue-grows", "{count} submissions wait for the writer, and more with each look");

    public static readonly ReasonKind LoopFails = new("loop-fails", "{loop} has failed {count} times in a row: {exception}");

    public static readonly ReasonKind NoFreeSlot = new("no-free-slot", "{channel} has had no free slot for {seconds} s");

    public static readonly ReasonKind CallsOverdue = new("calls-overdue", "not returned after their deadline: {calls}");

    public static readonly ReasonKind WorkOverdue = new("work-overdue", "the oldest due item is {seconds} s old");

    public static readonly ReasonKind IntakeOverdue = new("intake-overdue", "the oldest enlisted fact is {seconds} s old");

    public static readonly ReasonKind IntakeStuck = new("intake-stuck", "nobody here takes {count} enlisted fact(s)");

    public static readonly ReasonKind SendingPaused = new("sending-paused", "paused: {scopes}");

    public static readonly ReasonKind WaitsForPerson = new("waits-for-person", "{count} message(s) wait for a person");

    public static IReadOnlyList<ReasonKind> All =>
        [
            WriterStands,
            SlowDecision,
            QueueGrows,
            LoopFails,
            NoFreeSlot,
            CallsOverdue,
            WorkOverdue,
            IntakeOverdue,
            IntakeStuck,
            SendingPaused,
            WaitsForPerson,
        ];
}
