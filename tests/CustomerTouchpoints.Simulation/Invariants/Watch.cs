using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>Looks at everything that has changed, after every step, and holds it against the invariants.</summary>
internal sealed class Watch(World world, Func<int, LifecycleDefinition> definitions)
{
    private readonly SortedDictionary<string, JourneyBook> books = new(StringComparer.Ordinal);
    private readonly SortedSet<string> touched = new(StringComparer.Ordinal);
    private readonly List<FeedCall> heard = [];
    private readonly Answers answers = new(world);
    private readonly Sends sends = new(world);
    private readonly CustomerBooks customers = new(world);
    private readonly CapBook caps = new(world);

    public void Touch(BatchWrites writes)
    {
        foreach (JourneyRow row in writes.NewJourneys.Concat(writes.ChangedJourneys))
        {
            touched.Add(row.Id.ToString());
        }

        customers.Touch(writes);
    }

    public void Hear(FeedCall delivery) => heard.Add(delivery);

    /// <summary>
    /// A host has opened the store: whatever was seen before must still be there, and what its predecessor left open is due.
    /// </summary>
    public void StoreIsOpen(SimulatedHost host)
    {
        touched.UnionWith(books.Keys);
        customers.TouchAll();
        Look();
        foreach (JourneyRow row in Read(world.Ground.Reader!.ReadJourneysAsync([.. books.Values.Select(book => book.Id)], default)))
        {
            if (row.SendingTerm < host.Term && (row.DueAt is not { } due || due > JourneyBook.LatestEntry(books.Values)))
            {
                world.Fail(
                    "attempts of earlier terms are due at once",
                    $"{row.Id} is due at {row.DueAt:O}, and term {row.SendingTerm} is over"
                );
            }
        }
    }

    public void SendBegins(SendRecord record)
    {
        BookOf(record.Message.Touchpoint.Journey).Refresh(world.Ground.Reader);
        sends.Begin(record, BookOf(record.Message.Touchpoint.Journey));
    }

    public void Look()
    {
        if (world.Ground.Reader is not { } reader)
        {
            return;
        }

        foreach (string journey in touched)
        {
            try
            {
                BookOf(JourneyId.Parse(journey)).Check(reader);
            }
            catch (StoreUnavailableException damage)
            {
                world.Fail("the store has what it acknowledged", damage.Message);
            }
        }

        touched.Clear();
        caps.Look();
        customers.Look(reader, books.Values);
        foreach (FeedCall delivery in heard)
        {
            answers.Check(delivery, BookOf(delivery.Item.Fact.Journey));
        }

        heard.Clear();
        sends.Check();
    }

    /// <summary>Once all has healed and time has passed, nothing may wait any more.</summary>
    public void CheckEnd()
    {
        foreach (FeedItem item in world.Feed.Items)
        {
            answers.CheckEnd(item, BookOf(item.Fact.Journey));
        }

        foreach (JourneyBook book in books.Values)
        {
            book.CheckEnd();
        }

        customers.CheckEnd();
        world.Verdicts.CheckEnd(
            books
                .Values.SelectMany(book => book.Entries)
                .Where(entry => entry.Kind == JournalEntryKind.Review)
                .Select(entry => entry.Reason.Values["words"])
        );
    }

    /// <summary>What waits for an operator, as far as the journals tell.</summary>
    public IReadOnlyList<TouchpointId> Waiting() => [.. books.Values.SelectMany(book => book.Waiting())];

    private JourneyBook BookOf(JourneyId id)
    {
        if (!books.TryGetValue(id.ToString(), out JourneyBook? book))
        {
            books[id.ToString()] = book = new JourneyBook(world, definitions, caps, id);
        }

        return book;
    }

    /// <summary>Stores answer at once when nobody makes them wait.</summary>
    private static T Read<T>(ValueTask<T> answer) => answer.AsTask().GetAwaiter().GetResult();
}
