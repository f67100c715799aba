using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Inquiries.Events;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Inquiries;

/// <summary>
/// What is open at the desk. Something is due in every open inquiry, so that they are found among what is due, without a look at what has
/// ended; each line is made of the journey's own row.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InquiryBoard(TouchpointsEngine engine, StoreReaders readers, StoreTime time)
{
    public async IAsyncEnumerable<InquirySummary> ReadAsync(
        InquiryQuery query,
        string lifecycle,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        DueJourney? after = query.After is { } cursor ? Parse(cursor) : null;
        await foreach (
            (DueJourney place, JourneySnapshot inquiry) in readers
                .Lookup.DueOfAsync(lifecycle, after, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            if (inquiry is { Standing: JourneyStanding.Open, State: not null } && Line(place, inquiry) is var line && IsMeant(query, line))
            {
                yield return line;
            }
        }
    }

    private bool IsMeant(InquiryQuery query, InquirySummary line) =>
        (query.Representative is null || query.Representative == line.Representative)
        && (query.Team is null || query.Team == line.Team)
        && (query.Topic is null || query.Topic == line.Topic)
        && (!query.IsUnassigned || line.Representative is null)
        && (query.AtRiskWithin is not { } span || line.Missed.Count > 0 || IsBy(line.NextDeadline, span) || IsBy(line.PromisedBy, span));

    private bool IsBy(DateTimeOffset? deadline, TimeSpan span) => deadline - time.GetUtcNow() <= span;

    private static InquirySummary Line(DueJourney place, JourneySnapshot inquiry)
    {
        JsonElement data = inquiry.Data.Element;
        JourneyClock[] open = [.. inquiry.Clocks.All.Where(IsTarget)];
        return new InquirySummary
        {
            Inquiry = inquiry.Id,
            Customer = inquiry.Parties.IsEmpty ? default(CustomerId?) : inquiry.Parties[0].Customer,
            State = inquiry.State!,
            Subject = InquiryData.Text(data, "subject"),
            Topic = inquiry.Exchange.Topic,
            Priority = inquiry.Exchange.Priority,
            Channel = Channel.Named(inquiry.Exchange.Channel),
            Representative = InquiryData.Text(data, "representative"),
            Team = InquiryData.Text(data, "team"),
            WaitsSince = inquiry.Exchange.WaitsSince,
            NextDeadline = open.Where(clock => clock.BreachedAt is null).Min(clock => clock.DueAt),
            PromisedBy = inquiry.Promises.All.Where(promise => promise.IsWaitedFor).Min(promise => (DateTimeOffset?)promise.By),
            Missed = [.. open.Where(clock => clock.BreachedAt is not null).Select(clock => clock.Clock)],
            NeedsHuman = InquiryData.IsTrue(data, InquiryEvents.NeedsHuman),
            Cursor = string.Create(CultureInfo.InvariantCulture, $"{place.DueAt.UtcTicks}|{place.Journey}"),
        };
    }

    private static bool IsTarget(JourneyClock clock) =>
        clock.IsOpen && clock.Metric is not (ResponseMetric.StatusUpdate or ResponseMetric.PausableUpdate);

    private static DueJourney Parse(string cursor)
    {
        string[] parts = cursor.Split('|', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
            ? new DueJourney(JourneyId.Parse(parts[1]), new DateTimeOffset(ticks, TimeSpan.Zero))
            : throw new ArgumentException(
                $"\"{Identifier.Shown(cursor)}\" is no place on the board: give the Cursor of a line that was read.",
                nameof(cursor)
            );
    }
}
