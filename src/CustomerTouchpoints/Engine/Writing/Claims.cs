using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// What begins with a batch: of what is due in its journeys, as much as there are free slots for. It is stored before it is begun; what is
/// left for want of a slot stays due.
/// </summary>
/// <param name="pools">The free slots.</param>
/// <param name="ramp">The places of what is long overdue.</param>
/// <param name="throttle">The switches and limits.</param>
/// <param name="term">The term in which attempts begin.</param>
/// <param name="moment">When it is claimed.</param>
internal sealed class Claims(ErrandPools pools, WakeUpRamp ramp, Throttle throttle, long term, Moment moment)
{
    private readonly List<Errand> errands = [];

    /// <summary>What begins with the commit.</summary>
    public IReadOnlyList<Errand> Errands => errands;

    /// <summary>Whether something is due to somebody of whom the directory was not asked.</summary>
    public bool LackProfiles { get; private set; }

    /// <summary>The instant by which it is claimed.</summary>
    public DateTimeOffset Now => moment.Now;

    /// <summary>Begins what is due in a journey: attempts, then lookups, then escalations.</summary>
    /// <param name="work">The journey.</param>
    /// <param name="recipients">What the directory says of its customers.</param>
    /// <param name="suppressions">What stands against their addresses.</param>
    public void Begin(JourneyWork work, IReadOnlyDictionary<CustomerId, Recipient> recipients, SuppressionWork suppressions)
    {
        while (AttemptNext(work, recipients, suppressions)) { }

        AskChannels(work);
        Escalate(work);
    }

    /// <summary>
    /// Asks the gate for the first that is ready and has a free slot; a yes is stored as an attempt. What is ready afterwards may be
    /// another.
    /// </summary>
    private bool AttemptNext(JourneyWork work, IReadOnlyDictionary<CustomerId, Recipient> recipients, SuppressionWork suppressions)
    {
        foreach (OpenTouchpoint ready in Lanes.Ready(work.Journey.Touchpoints, Now))
        {
            if (!recipients.TryGetValue(ready.Customer!.Value, out Recipient? recipient))
            {
                LackProfiles = true;
                continue;
            }

            recipient = suppressions.Seen(recipient);

            // A channel of the route that can reach the customer; where none can, the gate says so and no slot is kept.
            Channel channel = RouteChoice.ChannelOf(work.Definition, ready, recipient, work.CustomerOf(ready));
            ErrandPool pool = pools.Of(channel);
            DateTimeOffset? place = ramp.PlaceFor(ready.NextAt!.Value, Now);
            if (place > Now)
            {
                // It can't leave now, so that it needs no slot to be judged.
                if (Ask(work, ready, recipient, channel, new Obstacle(GateReasons.RampsUp, place.Value)).NextAt == place)
                {
                    ramp.Take();
                }

                return true;
            }

            if (pool.TryTakeSlot())
            {
                var choice = ProviderChoice.For(pool, ready.IdIn(work.Journey.Id), ready, channel, recipient, moment.Stopwatch);
                TimeSpan? closed = pool.DownFor(moment.Stopwatch) ?? choice.Rest;
                Obstacle? down = closed is { } rest
                    ? new Obstacle(GateReasons.ChannelDown.With(channel.Name, null), Instants.Ceiling(Now + rest))
                    : null;
                OpenTouchpoint after = Ask(work, ready, recipient, channel, down, choice.Provider);
                if (after.Status != TouchpointStatus.Sending)
                {
                    pool.ReleaseSlot();
                    return true;
                }

                errands.Add(Attempt.Of(work.Journey, work.Definition, after, (Recipient.Known)recipient, pool, moment.Stopwatch));
                if (place is not null)
                {
                    ramp.Take();
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>Asks the gate; a yes begins an attempt.</summary>
    private OpenTouchpoint Ask(
        JourneyWork work,
        OpenTouchpoint ready,
        Recipient recipient,
        Channel channel,
        Obstacle? obstacle,
        string? provider = null
    )
    {
        IReadOnlyList<Tally> tallies = throttle.Of(work.Definition, ready, channel, Now);
        Decision decision = work.Take(
            new TouchpointTurn(ready.Order, recipient, obstacle, term)
            {
                Now = Now,
                Tallies = tallies,
                Provider = provider,
            }
        );
        OpenTouchpoint after = decision.Touchpoints.Single(touchpoint => touchpoint.Order == ready.Order);
        if (after.Status == TouchpointStatus.Sending)
        {
            throttle.Count(tallies, after);
        }
        else if (after.Waiting?.Revision is not null)
        {
            throttle.Stop(tallies, after, Now);
        }

        return after;
    }

    /// <summary>Makes the lookups that are due.</summary>
    private void AskChannels(JourneyWork work)
    {
        foreach (OpenTouchpoint doubted in work.Journey.Undecided.Where(doubted => doubted.Lookup?.At <= Now))
        {
            ErrandPool pool = pools.Of(doubted.Channel);
            if (!pool.TryTakeSlot())
            {
                continue;
            }

            OpenTouchpoint asked = work.Take(new LookupDue(doubted.Order) { Now = Now }).Touchpoints.First();
            if (asked.Lookup is not null)
            {
                errands.Add(
                    new DeliveryLookup
                    {
                        Journey = work.Journey.Id,
                        Pool = pool,
                        Touchpoint = asked,
                    }
                );
            }
            else
            {
                pool.ReleaseSlot();
            }
        }
    }

    /// <summary>Begins the escalations that are due.</summary>
    private void Escalate(JourneyWork work)
    {
        ErrandPool pool = pools.Escalations;
        foreach (PendingEscalation pending in work.Journey.Escalations.All)
        {
            if (pending.NextAt > Now || !pool.TryTakeSlot())
            {
                continue;
            }

            work.Take(new EscalationTurn(pending.Number) { Now = Now });
            if (work.Journey.Escalations.Find(pending.Number) is { } begun)
            {
                errands.Add(
                    new EscalationCall
                    {
                        Journey = work.Journey.Id,
                        Pool = pool,
                        Number = pending.Number,
                        Escalation = Escalating.For(work.Journey, begun),
                    }
                );
            }
            else
            {
                pool.ReleaseSlot();
            }
        }
    }
}
