using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Exchanges;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// Does it disturb: what rings and what is promotional waits until quiet ends where the customer lives. Who has just written, or waits for
/// an answer, is awake.
/// </summary>
internal static class QuietHoursQuestion
{
    /// <summary>For how long somebody who wrote counts as awake.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(30);

    public static GateAnswer.Later? Ask(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient) =>
        QuietUntil(deliberation, touchpoint, recipient) is { } until && WhyAllTheSame(deliberation, touchpoint) is null
            ? new GateAnswer.Later(GateReasons.QuietHours.With(until), FreshnessQuestion.AskedAt(deliberation, touchpoint, until))
            : null;

    /// <summary>Why it leaves though it is quiet where the customer lives; null when it is not.</summary>
    public static Reason? PassesBy(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient) =>
        QuietUntil(deliberation, touchpoint, recipient) is null ? null : WhyAllTheSame(deliberation, touchpoint);

    private static DateTimeOffset? QuietUntil(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient)
    {
        if (deliberation.Settings.QuietHours is not { } quiet || recipient is not Recipient.Known { Customer: var profile })
        {
            return null;
        }

        Channel channel = RouteChoice.ChannelOf(deliberation, touchpoint, recipient);
        return quiet.Hold(touchpoint.Category, deliberation.Definition.TopicOf(touchpoint.Rule), channel)
            ? quiet.Until(profile, deliberation.Now, touchpoint.IdIn(deliberation.Journey.Id).ToString())
            : null;
    }

    private static Reason? WhyAllTheSame(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (deliberation.Definition.FindRule(touchpoint.Rule) is { AtAnyHour: true })
        {
            return GateReasons.AtAnyHour;
        }

        Exchange exchange = deliberation.Journey.Exchange;
        return touchpoint.Category == Category.Promotional ? null
            : exchange.WroteAt >= deliberation.Now - JustNow ? GateReasons.HasJustWritten.With(exchange.WroteAt.Value)
            : exchange.WaitsForAnyoneSince is { } since ? GateReasons.WaitsForAnswer.With(since)
            : null;
    }
}
