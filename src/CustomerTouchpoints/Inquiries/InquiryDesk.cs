using System.Text.Json;
using CustomerTouchpoints.Inquiries.Events;
using CustomerTouchpoints.Inquiries.Inbound;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Exchanges;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Inquiries;

/// <summary>The desk: checks what it is given, and makes events of it.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InquiryDesk(
    InquirySubmission submission,
    InquiryBoard board,
    InboundThreads threads,
    InquiryReferences references,
    InquiryRate rate,
    ICustomerTouchpoints touchpoints,
    StoreReaders readers,
    DeskLifecycle desk,
    IOptions<InquiryOptions> options
) : IInquiries
{
    /// <summary>A new inquiry that is about another one, if that is closed.</summary>
    private const string NewOne = "-new";

    public string Lifecycle => desk.Name;

    private InquiryOptions Limits => options.Value;

    public async Task<InquiryResult> AskAsync(
        JourneyId inquiry,
        CustomerId customer,
        InquiryAsked asked,
        string id,
        DateTimeOffset? at = null,
        CancellationToken cancellationToken = default
    )
    {
        CustomerId.Given(customer);
        InquiryChecks.Check(asked, Limits);
        return rate.TryCount(customer)
            ? await submission
                .RaiseAsync(
                    Fact(inquiry, InquiryEvents.Asked, InquiryFacts.Of(asked, id, references.Of(inquiry)), id, at) with
                    {
                        Customer = customer,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false)
            : TooMany(inquiry);
    }

    public Task<InquiryResult> ReadAsync(JourneyId inquiry, InquiryRead read, string id, CancellationToken cancellationToken = default)
    {
        InquiryChecks.Check(read);
        return DoAsync(inquiry, InquiryEvents.Read, InquiryFacts.Of(read, InquiryJson.Default.InquiryRead), id, cancellationToken);
    }

    public Task<InquiryResult> AnswerAsync(
        JourneyId inquiry,
        InquiryAnswered answer,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        InquiryChecks.Check(answer, Limits);
        return DoAsync(inquiry, InquiryEvents.Answered, InquiryFacts.Of(answer, id), id, cancellationToken);
    }

    public Task<InquiryResult> AwaitCustomerAsync(
        JourneyId inquiry,
        InquiryAwaitsCustomer awaits,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        InquiryChecks.Check(awaits, Limits);
        return DoAsync(inquiry, InquiryEvents.AwaitsCustomer, InquiryFacts.Of(awaits, id), id, cancellationToken);
    }

    public Task<InquiryResult> NoteAsync(JourneyId inquiry, InquiryNoted note, string id, CancellationToken cancellationToken = default)
    {
        InquiryChecks.Check(note, Limits);
        return DoAsync(inquiry, InquiryEvents.Noted, InquiryFacts.Of(note, InquiryJson.Default.InquiryNoted), id, cancellationToken);
    }

    public Task<InquiryResult> HandOverAsync(
        JourneyId inquiry,
        InquiryHandedOver handedOver,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        InquiryChecks.Check(handedOver, Limits);
        return DoAsync(inquiry, InquiryEvents.HandedOver, InquiryFacts.Of(handedOver), id, cancellationToken);
    }

    public async Task<InquiryResult> CustomerWroteAsync(
        JourneyId inquiry,
        InquiryCustomerWrote wrote,
        string id,
        DateTimeOffset? at = null,
        CancellationToken cancellationToken = default
    )
    {
        InquiryChecks.Check(wrote, Limits);
        if (await submission.FindAsync(inquiry, cancellationToken).ConfigureAwait(false) is not { } known || known.Parties.IsEmpty)
        {
            return NotFound(inquiry);
        }

        if (!rate.TryCount(known.Parties[0].Customer))
        {
            return TooMany(inquiry);
        }

        InquiryResult result = await submission
            .RaiseAsync(Fact(inquiry, InquiryEvents.CustomerWrote, InquiryFacts.Of(wrote, id), id, at), cancellationToken)
            .ConfigureAwait(false);
        if (result.Outcome == InquiryOutcome.Done && InARow(known) + 1 > Limits.MaxAutomaticReplies)
        {
            await AskForHumanAsync(inquiry, id, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    public Task<InquiryResult> ResolveAsync(
        JourneyId inquiry,
        InquiryResolved resolved,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        InquiryChecks.Check(resolved, Limits);
        return DoAsync(inquiry, InquiryEvents.Resolved, InquiryFacts.Of(resolved, id), id, cancellationToken);
    }

    public Task<InquiryResult> ReopenAsync(
        JourneyId inquiry,
        InquiryReopened reopened,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        InquiryChecks.Check(reopened, Limits);
        JsonElement data = InquiryFacts.Of(reopened, InquiryJson.Default.InquiryReopened);
        return DoAsync(inquiry, InquiryEvents.Reopened, data, id, cancellationToken);
    }

    public Task<InquiryResult> CloseAsync(JourneyId inquiry, InquiryClosed closed, string id, CancellationToken cancellationToken = default)
    {
        InquiryChecks.Check(closed, Limits);
        return DoAsync(inquiry, InquiryEvents.Closed, InquiryFacts.Of(closed, InquiryJson.Default.InquiryClosed), id, cancellationToken);
    }

    public Task<InquiryResult> LinkAsync(JourneyId inquiry, InquiryLinked linked, string id, CancellationToken cancellationToken = default)
    {
        InquiryChecks.Check(linked);
        return DoAsync(inquiry, InquiryEvents.Linked, InquiryFacts.Of(linked, InquiryJson.Default.InquiryLinked), id, cancellationToken);
    }

    public Task<InquiryResult> ClassifyAsync(
        JourneyId inquiry,
        InquiryClassified classified,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        InquiryChecks.Check(classified);
        JsonElement data = InquiryFacts.Of(classified, InquiryJson.Default.InquiryClassified);
        return DoAsync(inquiry, InquiryEvents.Classified, data, id, cancellationToken);
    }

    public async Task<InquiryResult> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        CustomerId.Given(message.Customer);
        InquiryDoor.CheckName(message.MessageId, "a message's id");
        InquiryResult result = await TakeAsync(message, cancellationToken).ConfigureAwait(false);

        // The same message in other words, as another mailbox has it, is the same message.
        return result.Outcome == InquiryOutcome.Conflict ? result with { Outcome = InquiryOutcome.Repeated } : result;
    }

    private async Task<InquiryResult> TakeAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        string id = InboundThreads.IdOf(message);
        InboundText text = InboundText.Of(message.Text, Limits.MaxTextLength);
        var own = new JourneyId(desk.Name, id);
        bool began = await submission.FindAsync(own, cancellationToken).ConfigureAwait(false) is not null;
        JourneyId? thread = began ? null : await threads.FindAsync(message, desk.Name, cancellationToken).ConfigureAwait(false);
        if (message.IsAutomatic)
        {
            JsonElement said = InquiryFacts.Of(Machine(message, text), InquiryJson.Default.InquiryMachineWrote);
            return thread is { } inquiry
                ? await DoAsync(inquiry, InquiryEvents.MachineWrote, said, id, cancellationToken).ConfigureAwait(false)
                : new InquiryResult { Inquiry = own, Outcome = InquiryOutcome.NoEffect };
        }

        if (thread is { } known)
        {
            InquiryResult result = await CustomerWroteAsync(known, Wrote(message, text), id, message.At, cancellationToken)
                .ConfigureAwait(false);
            if (result.Outcome != InquiryOutcome.Closed)
            {
                return result;
            }
        }

        JourneyId next = thread is null ? own : new JourneyId(desk.Name, id + NewOne);
        return await AskAsync(next, message.Customer, Asked(message, text, thread), id, message.At, cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<ConversationView?> GetAsync(JourneyId inquiry, CancellationToken cancellationToken = default)
    {
        if (await touchpoints.GetJourneyAsync(inquiry, cancellationToken).ConfigureAwait(false) is not { } journey)
        {
            return null;
        }

        IReadOnlyList<JournalEntryView> journal = await readers.Lookup.JournalOfAsync(inquiry, cancellationToken).ConfigureAwait(false);
        return new ConversationView
        {
            Inquiry = inquiry,
            Journey = journey,
            Customer = journey.Parties.Count > 0 ? journey.Parties.First().Value : default(CustomerId?),
            Conversation = Conversation.Of(journal),
        };
    }

    public IAsyncEnumerable<InquirySummary> OpenAsync(InquiryQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return board.ReadAsync(query, desk.Name, cancellationToken);
    }

    public string? ReferenceOf(JourneyId inquiry) => references.Of(JourneyId.Given(inquiry));

    /// <summary>How many messages of the customer came one after the other, without a human's in between.</summary>
    private static int InARow(JourneySnapshot inquiry) =>
        inquiry.Exchange.Messages.Reverse().TakeWhile(said => said.By != Author.Human).Count(said => said.By == Author.Customer);

    private async Task AskForHumanAsync(JourneyId inquiry, string after, CancellationToken cancellationToken)
    {
        var data = JsonElement.Parse($"{{\"{InquiryEvents.NeedsHuman}\":true}}");
        string id = $"human-needed-{InboundThreads.Digest(after)}";
        await submission.RaiseAsync(Fact(inquiry, InquiryEvents.HumanNeeded, data, id, null), cancellationToken).ConfigureAwait(false);
    }

    private Task<InquiryResult> DoAsync(JourneyId inquiry, string name, JsonElement data, string id, CancellationToken cancellationToken) =>
        submission.RaiseKnownAsync(Fact(inquiry, name, data, id, null), cancellationToken);

    private static IncomingEvent Fact(JourneyId inquiry, string name, JsonElement data, string id, DateTimeOffset? at) =>
        new()
        {
            Journey = JourneyId.Given(inquiry),
            Name = name,
            Id = id,
            OccurredAt = at,
            Data = data,
        };

    private static InquiryAsked Asked(InboundMessage message, InboundText text, JourneyId? about) =>
        new()
        {
            Text = text.Words,
            Subject = InboundSubject.Of(message.Subject),
            Channel = message.Channel,
            MessageId = InboundThreads.Bare(message.MessageId),
            About = about,
            Attachments = message.Attachments,
            Quoted = text.Aside,
        };

    private static InquiryCustomerWrote Wrote(InboundMessage message, InboundText text) =>
        new()
        {
            Text = text.Words,
            Channel = message.Channel,
            MessageId = InboundThreads.Bare(message.MessageId),
            Attachments = message.Attachments,
            Quoted = text.Aside,
        };

    private static InquiryMachineWrote Machine(InboundMessage message, InboundText text) =>
        new() { Text = text.Words, MessageId = InboundThreads.Bare(message.MessageId) };

    private static InquiryResult TooMany(JourneyId inquiry) => new() { Inquiry = inquiry, Outcome = InquiryOutcome.TooMany };

    private static InquiryResult NotFound(JourneyId inquiry) => new() { Inquiry = inquiry, Outcome = InquiryOutcome.NotFound };
}
