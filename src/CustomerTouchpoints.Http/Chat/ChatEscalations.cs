using System.Globalization;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Http.Chat;

/// <summary>Tells the staff's room of clocks that warn or were breached.</summary>
/// <remarks>Thread-safe. What was not posted is an exception, so that the engine comes again.</remarks>
internal sealed class ChatEscalations(ChatOptions options, TimeProvider time) : IEscalationHandler, IDisposable
{
    private readonly ChatPost post = new(options, time);

    public async Task EscalateAsync(Escalation escalation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        IReadOnlyList<ChatBlock> blocks = BlocksOf(escalation);
        string line = string.Concat(blocks[0].Runs.Select(run => run.Text));
        SendResult result = await post.PostAsync("", blocks, line, cancellationToken).ConfigureAwait(false);

        // What the room may have already is told again: better twice than not.
        if (result.Outcome is not SendOutcome.Sent)
        {
            throw new HttpRequestException($"The escalation was not posted, or may not have been: {result.Reason}");
        }
    }

    public void Dispose() => post.Dispose();

    /// <summary>What the room reads: which clock, what of it, by when, for whom. Ids only; no name, no address.</summary>
    internal static IReadOnlyList<ChatBlock> BlocksOf(Escalation escalation)
    {
        string what =
            escalation.Kind is EscalationKind.Breach
                ? "was missed"
                : $"has used {escalation.Share.ToString("P0", CultureInfo.InvariantCulture)}";
        (string Name, string? Value)[] facts =
        [
            ("Due", escalation.DueAt is { } due ? Told(due) : null),
            ("At", Told(escalation.At)),
            ("For", string.Join(", ", escalation.To)),
            ("Channel", escalation.Channel?.Name),
            ("Priority", escalation.Priority),
            ("Topic", escalation.Topic),
            ("Representative", escalation.Representative),
        ];
        return
        [
            new ChatBlock(
                ChatBlockKind.Paragraph,
                [new ChatRun(escalation.Clock.ToString(), IsBold: true), new ChatRun($" ({escalation.Metric}) {what}")]
            ),
            .. facts
                .Where(fact => !string.IsNullOrEmpty(fact.Value))
                .Select(fact => new ChatBlock(ChatBlockKind.Paragraph, [new ChatRun($"{fact.Name}: {fact.Value}")], Mark: "•")),
        ];
    }

    private static string Told(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
