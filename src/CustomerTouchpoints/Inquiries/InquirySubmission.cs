using System.Text.Json;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Inquiries.Events;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.Inquiries;

/// <summary>Raises an inquiry's events, and says what came of them in the words of a desk.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InquirySubmission(ICustomerTouchpoints touchpoints, TouchpointsEngine engine, StoreReaders readers)
{
    /// <summary>An inquiry as it stands; null when there is none.</summary>
    public async Task<JourneySnapshot?> FindAsync(JourneyId inquiry, CancellationToken cancellationToken)
    {
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Lookup.FindAsync(inquiry, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Raises an event of an inquiry that is there.</summary>
    public async Task<InquiryResult> RaiseKnownAsync(IncomingEvent fact, CancellationToken cancellationToken) =>
        await FindAsync(fact.Journey, cancellationToken).ConfigureAwait(false) is { Standing: not JourneyStanding.Awaiting }
            ? await RaiseAsync(fact, cancellationToken).ConfigureAwait(false)
            : new InquiryResult { Inquiry = fact.Journey, Outcome = InquiryOutcome.NotFound };

    public async Task<InquiryResult> RaiseAsync(IncomingEvent fact, CancellationToken cancellationToken)
    {
        RaiseResult raised = await touchpoints.RaiseAsync(fact, cancellationToken).ConfigureAwait(false);
        RaiseOutcome outcome = raised.FirstOutcome ?? raised.Outcome;
        var result = new InquiryResult
        {
            Inquiry = fact.Journey,
            Raised = raised,
            Outcome = outcome switch
            {
                RaiseOutcome.Moved or RaiseOutcome.Handled => raised.Outcome == RaiseOutcome.Duplicate
                    ? InquiryOutcome.Repeated
                    : InquiryOutcome.Done,
                RaiseOutcome.Closed => InquiryOutcome.Closed,
                RaiseOutcome.Conflict => InquiryOutcome.Conflict,
                _ => InquiryOutcome.NoEffect,
            },
        };
        return result.Outcome == InquiryOutcome.NoEffect
            ? await ExplainAsync(result, fact.Data, cancellationToken).ConfigureAwait(false)
            : result;
    }

    /// <summary>What was refused was overtaken, or comes after the end.</summary>
    private async Task<InquiryResult> ExplainAsync(InquiryResult refused, JsonElement data, CancellationToken cancellationToken)
    {
        if (
            InquiryData.Text(data, "seen") is not { } seen
            || await readers.Lookup.FindAsync(refused.Inquiry, cancellationToken).ConfigureAwait(false) is not { } inquiry
        )
        {
            return refused;
        }

        if (InquiryData.Text(inquiry.Data.Element, InquiryEvents.LastMessage) != seen)
        {
            Conversation conversation = Conversation.Of(
                await readers.Lookup.JournalOfAsync(refused.Inquiry, cancellationToken).ConfigureAwait(false)
            );
            return refused with
            {
                Outcome = InquiryOutcome.Overtaken,
                Newer =
                [
                    .. conversation
                        .Messages.SkipWhile(message => message.Id != seen)
                        .Skip(1)
                        .DefaultIfEmpty(conversation.Messages[^1])
                        .Where(message => message.IsPublic),
                ],
            };
        }

        return inquiry.IsSolved ? refused with { Outcome = InquiryOutcome.Solved } : refused;
    }
}
