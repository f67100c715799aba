using System.Collections.Concurrent;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Testing;

/// <summary>
/// A channel that delivers nowhere: it records every message, and answers as it is told. It can be asked what became of a message.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class RecordingChannel : IChannelSender, IChannelLookup
{
    private readonly ConcurrentQueue<SendResult> answers = new();
    private readonly ConcurrentQueue<LookupResult> words = new();
    private readonly ConcurrentQueue<DoubtfulAttempt> lookups = new();
    private readonly ConcurrentQueue<OutgoingMessage> attempts = new();
    private readonly ConcurrentQueue<OutgoingMessage> sent = new();

    /// <summary>Every attempt in order, whatever was answered.</summary>
    public IReadOnlyCollection<OutgoingMessage> Attempts => attempts;

    /// <summary>The messages that were accepted, in order.</summary>
    public IReadOnlyCollection<OutgoingMessage> Sent => sent;

    /// <summary>Answers the next attempts with these results, in order; after them every message is accepted again.</summary>
    public void AnswerWith(params IReadOnlyList<SendResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        foreach (SendResult result in results)
        {
            answers.Enqueue(result);
        }
    }

    /// <summary>Every lookup in order, whatever was answered.</summary>
    public IReadOnlyCollection<DoubtfulAttempt> Lookups => lookups;

    /// <summary>
    /// Answers the next lookups with these results, in order; after them it says of each message whether it was accepted.
    /// </summary>
    public void AnswerLookupsWith(params IReadOnlyList<LookupResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        foreach (LookupResult result in results)
        {
            words.Enqueue(result);
        }
    }

    /// <inheritdoc/>
    public Task<LookupResult> LookUpAsync(DoubtfulAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        lookups.Enqueue(attempt);
        return Task.FromResult(
            words.TryDequeue(out LookupResult? told) ? told
            : sent.Any(message => message.MessageId == attempt.MessageId) ? LookupResult.Sent()
            : LookupResult.NotAccepted()
        );
    }

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        attempts.Enqueue(message);
        SendResult result = answers.TryDequeue(out SendResult? told) ? told : SendResult.Sent();
        if (result.Outcome == SendOutcome.Sent)
        {
            sent.Enqueue(message);
        }

        return Task.FromResult(result);
    }
}
