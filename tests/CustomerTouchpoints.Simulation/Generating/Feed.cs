using System.Text.Json;
using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Scheduling;

namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>
/// What the host's systems have to report, in the order they would like to: journeys side by side, steps missing or repeated, parties named
/// or not. What was not acknowledged is reported again; what was, now and then as well.
/// </summary>
internal sealed class Feed
{
    private readonly FaultPlan faults;
    private readonly List<FeedItem> items = [];
    private readonly List<FeedItem> waiting;

    public Feed(long seed, RandomLifecycle lifecycle, People people, FaultPlan faults, IReadOnlySet<int> without)
    {
        this.faults = faults;
        var dice = Dice.For(seed, "feed");
        int journeys = 2 + dice.Below(4);
        List<Queue<IncomingEvent>> walks =
        [
            .. Enumerable.Range(0, journeys).Select(number => new Queue<IncomingEvent>(Walk(dice, number, lifecycle, people))),
        ];
        while (walks.Any(walk => walk.Count > 0))
        {
            Queue<IncomingEvent> walk = dice.Of<Queue<IncomingEvent>>([.. walks.Where(walk => walk.Count > 0)]);
            items.Add(new FeedItem(items.Count, walk.Dequeue()));
        }

        items.RemoveAll(item => without.Contains(item.Number));
        waiting = [.. items];
    }

    public IReadOnlyList<FeedItem> Items => items;

    /// <summary>Whether something is to be reported still.</summary>
    public bool IsWaiting => waiting.Count > 0;

    /// <summary>The next report: one of those that wait, or one that was made before. Null when there is nothing to report.</summary>
    public FeedCall? Next(Dice dice, DateTimeOffset now)
    {
        FeedItem? item = null;
        if (dice.Percent(15) && items.Any(item => item.IsAcknowledged) && faults.Allows(InjectedFault.EventDuplicated))
        {
            item = dice.Of<FeedItem>([.. items.Where(item => item.IsAcknowledged)]);
        }
        else if (waiting.Count > 0)
        {
            int place = dice.Percent(15) && waiting.Count > 3 && faults.Allows(InjectedFault.EventReordered) ? 1 + dice.Below(3) : 0;
            item = waiting[place];
            waiting.RemoveAt(place);
        }

        if (item is null)
        {
            return null;
        }

        TimeSpan late =
            item.OccurredAt is null && dice.Percent(12) && faults.Allows(InjectedFault.EventLate)
                ? TimeSpan.FromHours(1 + dice.Below(60))
                : TimeSpan.Zero;
        item.OccurredAt ??= now - late;
        return new FeedCall(item);
    }

    /// <summary>Reports the first of what nobody has acknowledged.</summary>
    public IEnumerable<FeedCall> Rest(int most, DateTimeOffset now)
    {
        FeedItem[] rest = [.. waiting.Take(most)];
        waiting.RemoveRange(0, rest.Length);
        foreach (FeedItem item in rest)
        {
            item.OccurredAt ??= now;
            yield return new FeedCall(item);
        }
    }

    /// <summary>A caller has heard: an answer ends the matter, a fault or silence does not.</summary>
    public void Heard(FeedCall delivery)
    {
        if (delivery.Result is { } result)
        {
            delivery.Item.Heard.Add(result);
        }

        if (!delivery.Item.IsAcknowledged && !waiting.Contains(delivery.Item))
        {
            waiting.Insert(0, delivery.Item);
        }
    }

    private IEnumerable<IncomingEvent> Walk(Dice dice, int number, RandomLifecycle lifecycle, People people)
    {
        JourneyId journey = new(RandomLifecycle.LifecycleName, $"{number}");
        CustomerId buyer = dice.Of(people.Ids);
        CustomerId friend = dice.Of(people.Ids);
        int count = 0;
        foreach (string step in lifecycle.LineEvents)
        {
            if (dice.Percent(88))
            {
                yield return Event(step);
            }

            while (dice.Percent(55))
            {
                yield return Event(dice.Percent(70) ? dice.Of(RandomLifecycle.OtherEvents) : dice.Of(lifecycle.LineEvents));
            }
        }

        // What was solved comes back, and meanwhile something else may have changed.
        while (dice.Percent(50))
        {
            if (dice.Percent(50))
            {
                yield return Event("weather");
            }

            yield return Event("reopen");
            if (dice.Percent(70))
            {
                yield return Event(lifecycle.LineEvents[^1]);
            }
        }

        IncomingEvent Event(string name)
        {
            int n = dice.Below(8);
            if (dice.Percent(15) && faults.Allows(InjectedFault.ConditionThrows))
            {
                n = 8 + dice.Below(2);
            }

            // Now and then an id that was used, for something else.
            bool conflicts = count > 0 && dice.Percent(5) && faults.Allows(InjectedFault.EventConflicts);
            string id = conflicts ? $"{number}-{dice.Below(count)}" : $"{number}-{count++}";
            var parties = new Dictionary<string, CustomerId>();
            if (dice.Percent(65))
            {
                parties["buyer"] = dice.Percent(97) ? buyer : dice.Of(people.Ids);
            }

            if (dice.Percent(30))
            {
                parties["friend"] = friend;
            }

            return new IncomingEvent
            {
                Journey = journey,
                Name = name,
                Id = id,
                Data = JsonSerializer.SerializeToElement(new Dictionary<string, int> { ["n"] = n, [$"{name}-told"] = count }),
                Parties = parties,
            };
        }
    }
}
