using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Customers.Preferences;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// The customers of a batch, all of them under lock: as they stand by now, and what is to be written of them. However often one changes
/// within the batch, they are one row.
/// </summary>
/// <param name="locked">Every customer whose lock is held, as they were loaded.</param>
internal sealed class CustomerWork(Dictionary<CustomerId, CustomerSnapshot> locked)
{
    private readonly HashSet<CustomerId> changed = [];
    private readonly List<CustomerJournalRow> journal = [];
    private readonly List<(CustomerId From, CustomerId Into)> movedInboxes = [];
    private IReadOnlyList<CustomerRow>? rows;

    /// <summary>The customers as they stand by now.</summary>
    public IReadOnlyDictionary<CustomerId, CustomerSnapshot> Customers => locked;

    public bool HasChanged => changed.Count > 0;

    /// <summary>The entries of the customers' own journals.</summary>
    public IReadOnlyList<CustomerJournalRow> Journal => journal;

    /// <summary>The rows of those who have changed; made once, when everything is decided.</summary>
    public IReadOnlyList<CustomerRow> Rows => rows ??= [.. changed.Select(id => CustomerRows.ToRow(locked[id]))];

    /// <summary>
    /// Keeps the traits that the directory told: decisions see traits only, so that they are the same whether it answers or not.
    /// </summary>
    public void Note(IReadOnlyDictionary<CustomerId, Recipient> recipients, DateTimeOffset now)
    {
        foreach ((CustomerId id, Recipient recipient) in recipients)
        {
            CustomerSnapshot customer = locked[id];
            if (!customer.IsStone && recipient is Recipient.Known { Traits: var told } && told.Text != customer.Traits?.Text)
            {
                Record(id, "traits", OtherReasons.DirectorySaidSo, now, new TraitsTold(told));
            }
        }
    }

    /// <summary>What becomes of the customers' inboxes.</summary>
    public InboxWrites Inbox => movedInboxes.Count == 0 ? InboxWrites.None : new InboxWrites { Moved = movedInboxes };

    /// <summary>What is in the inbox of one customer is in the other's from now on.</summary>
    public void MoveInbox(CustomerId from, CustomerId into) => movedInboxes.Add((from, into));

    /// <summary>A customer as who they turned out to be.</summary>
    public CustomerSnapshot Resolve(CustomerId customer)
    {
        CustomerSnapshot known = locked[customer];
        while (known.MergedInto is { } into)
        {
            known = locked[into];
        }

        return known;
    }

    /// <summary>Adds an entry to a customer's own journal: what no journey's journal tells of them.</summary>
    public void Record(CustomerId id, string name, Reason reason, DateTimeOffset now, params IReadOnlyList<CustomerChange> changes)
    {
        CustomerSnapshot customer = locked[id];
        var entry = new CustomerEntry
        {
            Sequence = customer.Sequence + 1,
            RecordedAt = now,
            Name = name,
            Reason = reason,
            Changes = changes,
        };
        journal.Add(CustomerRows.ToRow(id, entry));
        Keep(customer.Apply(entry));
    }

    /// <summary>Records what a customer said of a kind of message, unless that is known.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="said">What they said.</param>
    /// <param name="isSaidNow">Whether it comes after all that was recorded, whatever the clocks of hosts say.</param>
    /// <param name="now">When it is recorded.</param>
    public void Record(CustomerId id, ConsentRecorded said, bool isSaidNow, DateTimeOffset now)
    {
        CustomerSnapshot known = Resolve(id);
        if (known.ErasedAt is not null)
        {
            return;
        }

        ConsentsGiven before = known.Consents;
        said = isSaidNow ? said with { At = before.After(said.At) } : said;
        if (!before.Marks.Contains(said.Mark))
        {
            ReasonKind kind = said.Decision == ConsentDecision.Granted ? ConsentReasons.Granted : ConsentReasons.Withdrawn;
            Reason reason = kind.With(said.Topic ?? said.Category.ToString().ToLowerInvariant(), said.Channel?.Name, said.Source, said.By);
            Record(known.Id, "consent", reason, now, said);
        }
    }

    /// <summary>Records how a customer would rather be told, unless that is known.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="set">What they said.</param>
    /// <param name="isSaidNow">Whether it comes after all that was recorded, whatever the clocks of hosts say.</param>
    /// <param name="now">When it is recorded.</param>
    public void Record(CustomerId id, PreferencesSet set, bool isSaidNow, DateTimeOffset now)
    {
        CustomerSnapshot known = Resolve(id);
        if (known.ErasedAt is not null)
        {
            return;
        }

        PreferencesGiven before = known.Preferences;
        PreferencesGiven said = isSaidNow ? set.Preferences with { At = before.After(set.Preferences.At) } : set.Preferences;
        if (!said.Equals(before))
        {
            Record(known.Id, "preferences", PreferenceReasons.Set.With(set.Source, set.By), now, set with { Preferences = said });
        }
    }

    /// <summary>Keeps what a decision means for customers.</summary>
    public void Fold(Decision decision)
    {
        foreach (CustomerSnapshot customer in decision.Customers)
        {
            Keep(customer);
        }
    }

    private void Keep(CustomerSnapshot customer)
    {
        locked[customer.Id] = customer;
        changed.Add(customer.Id);
        rows = null;
    }
}
