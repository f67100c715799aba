using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class ContactsAreTrue : ILaw
{
    public string Words => "a contact is each attempt that its provider has, or may have, and no other";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        var contacts = CustomerEffects.Of(book.Id, entry).Where(effect => effect.Change is Contacted).ToList();
        OpenTouchpoint? open = before.Unfinished().FirstOrDefault(open => open.IdIn(book.Id).ToString() == entry.Name);
        if (contacts.Count > (open is not null && entry.Kind is JournalEntryKind.Outcome or JournalEntryKind.Review ? 1 : 0))
        {
            yield return $"it counts {contacts.Count}";
        }

        if (
            contacts is [{ Change: Contacted contact } effect]
            && open is not null
            && (effect.Customer, contact.Channel, contact.Category, contact.At)
                != (open.Customer, open.Channel, open.Category, entry.RecordedAt)
        )
        {
            yield return $"it counts {contact} of {effect.Customer}";
        }

        if (open is not null && entry.Kind == JournalEntryKind.Review)
        {
            bool isNews = entry.Outcome == JournalEntryOutcome.Sent && !open.MayBeRepeat;
            if (contacts.Count != (isNews ? 1 : 0))
            {
                yield return $"a person has said so, and it counts {contacts.Count}";
            }
        }

        if (open is { Status: TouchpointStatus.Sending } && entry.Kind == JournalEntryKind.Outcome)
        {
            SendRecord? record = book
                .World.Outbox.Of(open.IdIn(book.Id).MessageToken())
                .FirstOrDefault(record => record.Message.Attempt == open.Attempts);
            bool isRefused = record is null || record.Told is { Outcome: not (SendOutcome.Sent or SendOutcome.Uncertain) };
            bool isPossible =
                entry.Outcome == JournalEntryOutcome.Sent
                || open.Sending?.LeaseUntil <= entry.RecordedAt
                || book.World.Terms > open.Sending?.Term
                || record is { Told.Outcome: SendOutcome.Uncertain } or { IsBroken: true }
                || (record is not null && book.World.Time.GetUtcNow() - record.BeganAt >= SimulatedHost.SendDeadline);
            if (contacts.Count == 0 ? entry.Outcome == JournalEntryOutcome.Sent || !isRefused : !isPossible)
            {
                yield return $"attempt {open.Attempts} counts {contacts.Count}, and its provider told "
                    + $"{record?.Told?.Outcome.ToString() ?? "nothing"}";
            }
        }
    }
}
