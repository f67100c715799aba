using System.Security.Cryptography;
using System.Text;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.Inquiries;

/// <summary>
/// Finds the inquiry that a message belongs to, among those of its customer: by a signed reference, by the thread that all our mails of an
/// inquiry name, or by a mail of the customer's own.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InboundThreads(TouchpointsEngine engine, StoreReaders readers, InquiryReferences references)
{
    /// <summary>How many of a customer's latest inquiries are looked at.</summary>
    private const int Latest = 50;

    /// <summary>Of how many of them what was said is read, where the mail that is answered is the customer's own.</summary>
    private const int LatestRead = 10;

    /// <summary>The id of the event, and the key of a new inquiry, that a message makes: the same whenever it comes.</summary>
    public static string IdOf(InboundMessage message) =>
        $"in-{Digest(string.Join('\n', message.Channel.Name, message.Customer.Value, Bare(message.MessageId)))}";

    /// <summary>A short name for any text.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));

    public async Task<JourneyId?> FindAsync(InboundMessage message, string lifecycle, CancellationToken cancellationToken)
    {
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        foreach (string place in message.To.Append(message.Subject ?? ""))
        {
            if (
                references.In(place) is { } referred
                && await IsOfAsync(referred, message.Customer, cancellationToken).ConfigureAwait(false)
            )
            {
                return referred;
            }
        }

        if (message.References.Count == 0)
        {
            return null;
        }

        HashSet<string> named = new(message.References.Select(Bare), StringComparer.Ordinal);
        IReadOnlyList<JourneySnapshot> inquiries = await readers
            .Lookup.LatestOfAsync(message.Customer, lifecycle, Latest, cancellationToken)
            .ConfigureAwait(false);
        HashSet<string> tokens = [.. named.Select(LeftOf)];
        return inquiries.FirstOrDefault(inquiry => IsOurThread(inquiry, tokens))?.Id
            ?? await AnsweringOwnAsync(inquiries, named, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsOfAsync(JourneyId inquiry, CustomerId customer, CancellationToken cancellationToken) =>
        await readers.Lookup.FindAsync(inquiry, cancellationToken).ConfigureAwait(false) is { } known
        && known.Parties.Any(party => party.Customer == customer);

    private static bool IsOurThread(JourneySnapshot inquiry, HashSet<string> tokens) =>
        inquiry.Parties.Any(party => tokens.Contains(new TouchpointId(inquiry.Id, "thread", "1", party.Role, Channel.Email).ThreadToken()));

    /// <summary>A customer who answers their own mail, before any of ours: "one more thing".</summary>
    private async Task<JourneyId?> AnsweringOwnAsync(
        IReadOnlyList<JourneySnapshot> inquiries,
        HashSet<string> named,
        CancellationToken cancellationToken
    )
    {
        foreach (JourneySnapshot inquiry in inquiries.Take(LatestRead))
        {
            Conversation conversation = Conversation.Of(
                await readers.Lookup.JournalOfAsync(inquiry.Id, cancellationToken).ConfigureAwait(false)
            );
            if (conversation.Messages.Any(said => said.MessageId is { } id && named.Contains(Bare(id))))
            {
                return inquiry.Id;
            }
        }

        return null;
    }

    /// <summary>A message id without its angle brackets.</summary>
    public static string Bare(string messageId) => messageId.Trim().TrimStart('<').TrimEnd('>');

    private static string LeftOf(string messageId) => messageId.Split('@')[0];
}
