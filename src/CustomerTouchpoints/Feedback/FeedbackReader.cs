using System.Collections.Frozen;
using System.Text.Json;
using CustomerTouchpoints.Feedback.Surveys;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Feedback;

/// <summary>Reads who was asked, and what they answered.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class FeedbackReader(StoreReaders readers)
{
    /// <summary>What has left, or may have.</summary>
    private static readonly FrozenSet<TouchpointStatus> Asked = FrozenSet.Create(
        TouchpointStatus.Sent,
        TouchpointStatus.Delivered,
        TouchpointStatus.Unknown
    );

    /// <summary>Each journey once, however many messages asked about it: by the first of them.</summary>
    public async Task<IReadOnlyList<AskedJourney>> ReadAsync(
        Survey survey,
        IEnumerable<(string Lifecycle, string Rule)> rules,
        FeedbackQuery query,
        CancellationToken cancellationToken
    )
    {
        var channels = new Dictionary<JourneyId, string>();
        foreach ((string lifecycle, string rule) in rules)
        {
            var asking = new TouchpointQuery
            {
                Lifecycle = lifecycle,
                Rule = rule,
                Statuses = Asked,
                From = query.From,
                Until = query.Until,
            };
            await foreach (TouchpointView message in readers.Touchpoints.ReadAsync(asking, cancellationToken).ConfigureAwait(false))
            {
                if (message.Journey is { } journey)
                {
                    channels.TryAdd(journey, message.Channel.Name);
                }
            }
        }

        var asked = new List<AskedJourney>(channels.Count);
        foreach ((JourneyId id, string channel) in channels)
        {
            if (await readers.Lookup.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } journey)
            {
                asked.Add(Of(journey, channel, survey, query.ProductProperty));
            }
        }

        return asked;
    }

    private static AskedJourney Of(JourneySnapshot journey, string channel, Survey survey, string product)
    {
        JsonElement data = journey.Data.Element;
        return new AskedJourney(journey.Id.Lifecycle, channel)
        {
            Topic = journey.Exchange.Topic,
            Representative = journey.Exchange.Representative,
            Product =
                data.TryGetProperty(product, out JsonElement named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null,
            Answer = GivenFeedback.In(data).Answers.GetValueOrDefault(survey.Name)?.Value,
        };
    }
}
