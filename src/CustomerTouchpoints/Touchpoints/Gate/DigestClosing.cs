using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints.Digests;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// A digest closes when the first message of it may leave: it takes all that wait there, is carried by the journey of the first, and begins
/// its attempt in the same decision. What is alone leaves as itself.
/// </summary>
internal static class DigestClosing
{
    /// <summary>Makes a digest of a message that may leave and all that wait with it.</summary>
    /// <returns>Whether there were others.</returns>
    public static bool TryClose(Deliberation deliberation, OpenTouchpoint lead, TouchpointTurn turn, GateAnswer.Yes yes)
    {
        if (
            lead is not { Attempts: 0, SeatedUntil: { } closed }
            || !deliberation.Settings.Digests.TryGetValue(lead.InDigest!.Digest, out Digest? settings)
        )
        {
            return false;
        }

        GatheredItem[] waiting =
        [
            .. DigestJoining.Of(deliberation, lead, TopicOf(deliberation, lead), turn.Recipient).Concat(turn.Companions).Order(),
        ];
        if (waiting.Length < 2)
        {
            return false;
        }

        GatheredItem first = waiting.Single(item => item.Journey == deliberation.Journey.Id && item.Touchpoint.Order == lead.Order);
        IReadOnlyList<GatheredItem> items = DigestData.Choose(first, waiting.Where(item => item != first), settings.AtMost);
        if (items.Count < 2)
        {
            return false;
        }

        OpenTouchpoint digest = Plan(deliberation, lead, settings, items, closed);
        TouchpointId id = digest.IdIn(deliberation.Journey.Id);
        deliberation.Consider(id.ToString(), DigestData.Of(items));
        deliberation.Add(new TouchpointPlanned(digest with { PlannedBy = deliberation.EntryNumber }));
        deliberation.Add(
            new AttemptBegun(digest.Order, 1, yes.Channel, turn.Term, deliberation.Now + deliberation.Settings.Lease)
            {
                Place = yes.Place,
                Address = (turn.Recipient as Recipient.Known)?.HashOf(yes.Channel),
            }
        );
        deliberation.Record(
            JournalEntryKind.Gate,
            id.ToString(),
            JournalEntryOutcome.Sending,
            yes.ThoughQuiet is { } because
                ? GateReasons.InQuietHours.After(because, 1, yes.Channel.Name)
                : DeliveryReasons.Attempt.With(1, yes.Channel.Name),
            deliberation.Now
        );
        foreach (GatheredItem item in items.Where(item => item.Journey == deliberation.Journey.Id))
        {
            Merge(deliberation, item.Touchpoint.Order, id);
        }

        return true;
    }

    /// <summary>A message leaves in a digest: its journal says in which, and quiet rules listen.</summary>
    public static void Merge(Deliberation deliberation, long order, TouchpointId digest)
    {
        if (deliberation.Journey.Touchpoint(order) is not { } item)
        {
            return;
        }

        string name = item.IdIn(deliberation.Journey.Id).ToString();
        Reason reason = DigestReasons.Taken.With(digest.ToString());
        deliberation.Consider(name, null);
        deliberation.Add(new TouchpointEnded(order, TouchpointStatus.Merged, reason));
        if (item.Category != Category.Promotional)
        {
            deliberation.Add(new PartyTold(item.Role, deliberation.Now));
        }

        deliberation.Record(JournalEntryKind.Gate, name, JournalEntryOutcome.Merged, reason, deliberation.Now);
    }

    private static string? TopicOf(Deliberation deliberation, OpenTouchpoint lead) => deliberation.Definition.TopicOf(lead.Rule)?.Name;

    private static OpenTouchpoint Plan(
        Deliberation deliberation,
        OpenTouchpoint lead,
        Digest settings,
        IReadOnlyList<GatheredItem> items,
        DateTimeOffset closed
    ) =>
        new()
        {
            Order = deliberation.Journey.Planned + 1,
            Rule = lead.Rule,
            Template = settings.TemplateOrName,
            Category = lead.Category,
            Occurrence = "",
            Role = lead.Role,
            Customer = lead.Customer,
            Route = lead.Route,
            Channel = lead.Route,
            Status = TouchpointStatus.Planned,
            Reason = DigestReasons.Closed.With(settings.Name, items.Count),
            PlannedBy = 0,
            PlannedAt = deliberation.Now,
            Due = closed,
            NextAt = deliberation.Now,
            CarriesData = true,
            Contents = new DigestContents(
                settings.Name,
                lead.Customer!.Value,
                [
                    .. items.Select(item => new DigestItem(
                        item.Journey,
                        item.Touchpoint.Order,
                        item.Touchpoint.Scope,
                        item.Touchpoint.Visit,
                        item.Stands
                    )),
                ]
            ),
        };
}
