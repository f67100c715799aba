using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Storage;

/// <summary>What is to be replaced in a journey's journal when a customer was erased.</summary>
/// <param name="Changed">The entries without what they said; those that said nothing are left as they are.</param>
internal sealed record ErasedJournal(IReadOnlyList<JournalRow> Changed)
{
    /// <summary>
    /// Every entry up to the one that erased the customer loses its data, and, unless it is about a message to somebody else, its free
    /// texts.
    /// What was reported afterwards is what the host says of whoever is left.
    /// </summary>
    public static ErasedJournal Of(IReadOnlyList<JournalRow> journal, CustomerId customer)
    {
        List<JournalEntry> entries = [.. journal.Select(JourneyRows.ToEntry)];
        HashSet<string> roles = [];
        int last = -1;
        for (int i = 0; i < entries.Count; i++)
        {
            foreach (Change change in entries[i].Changes)
            {
                _ = change switch
                {
                    PartyIdentified identified when identified.Customer == customer => roles.Add(identified.Role),
                    PartyReplaced replaced when replaced.Into == customer => roles.Add(replaced.Role),
                    _ => false,
                };
                last = change is PartyErased erased && roles.Contains(erased.Role) ? i : last;
            }
        }

        List<JournalRow> changed = [];
        for (int i = 0; i < last; i++)
        {
            JournalRow row = JourneyRows.ToRow(journal[i].Journey, Erased(entries[i], roles, customer));
            if (row != journal[i])
            {
                changed.Add(row);
            }
        }

        return new ErasedJournal(changed);
    }

    /// <summary>A touchpoint without free texts.</summary>
    public static TouchpointRow Erased(TouchpointRow row) => row with { Reason = Reason.Stored(row.Reason).Erased().Text };

    private static JournalEntry Erased(JournalEntry entry, HashSet<string> roles, CustomerId customer) =>
        IsOfOther(entry, roles, customer) ? entry with { Data = null } : entry.Erased();

    /// <summary>Whether an entry is about a message to somebody else.</summary>
    private static bool IsOfOther(JournalEntry entry, HashSet<string> roles, CustomerId customer) =>
        entry.Kind is JournalEntryKind.Gate or JournalEntryKind.Outcome or JournalEntryKind.Lookup or JournalEntryKind.Review
        && TouchpointId.Parse(entry.Name) is var touchpoint
        && !(touchpoint.Customer is { } owner ? owner == customer : roles.Contains(touchpoint.Role));
}
