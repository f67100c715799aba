using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Engine.Rates;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Digests;
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
    /// <param name="digests">What leaves as one.</param>
    public void Begin(
        JourneyWork work,
        IReadOnlyDictionary<CustomerId, Recipient> recipients,
        SuppressionWork suppressions,
        DigestGathering digests
    )
    {
        while (AttemptNext(work, recipients, suppressions, digests)) { }

        AskChannels(work);
        Escalate(work);
    }

    /// <summary>
    /// Asks the gate for the first that is ready and has a free slot; a yes is stored as an attempt. What is ready afterwards may be
    /// another.
    /// </summary>
    private bool AttemptNext(
        JourneyWork work,
        IReadOnlyDictionary<CustomerId, Recipient> recipients,
        SuppressionWork suppressions,
        DigestGathering digests
    )
    {
        foreach (OpenTouchpoint ready in Lanes.Ready(work.Journey.Touchpoints, Now))
        {
            if (!recipients.TryGetValue(ready.Customer!.Value, out Recipient? recipient))
            {
                LackProfiles = true;
                continue;
            }

            recipient = suppressions.Seen(recipient);

            if (
                digests.CompanionsOf(work, ready, recipient, Now) is not { } companions
                || digests.EndedOf(work, ready, Now) is not { } ended
            )
            {
                // A journey of the digest has to be locked with it: it is woken again.
                LackProfiles = true;
                continue;
            }

            // A channel of the route that can reach the customer; where none can, the gate says so and no slot is kept.
            Channel channel = RouteChoice.ChannelOf(work.Definition, work.Settings, ready, recipient, work.CustomerOf(ready));
            ErrandPool pool = pools.Of(channel);
            DateTimeOffset? place = ramp.PlaceFor(ready.NextAt!.Value, Now);
            if (place > Now)
            {
                // It can't leave now, so that it needs no slot to be judged.
                if (Ask(work, ready, recipient, channel, new Obstacle(GateReasons.RampsUp, place.Value), [], ended).NextAt == place)
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
                RateTurn turn = default;
                if (down is null && !pools.Rates.IsEmpty)
                {
                    turn = TokenFor(work, ready, channel, choice.Provider);
                    if (turn is { Under: not null, Hold: null })
                    {
                        // It is called when there is a token for it, within seconds.
                        pool.ReleaseSlot();
                        continue;
                    }

                    down = turn.Hold is { } hold ? Reached(turn.Under!, Instants.Ceiling(Now + hold)) : null;
                }

                OpenTouchpoint after = Ask(work, ready, recipient, channel, down, companions, ended, choice.Provider);
                if (after.Status != TouchpointStatus.Sending)
                {
                    turn.Token?.Close();
                    pool.ReleaseSlot();
                    return true;
                }

                if (after.Order != ready.Order)
                {
                    digests.Take(work, after, Now);
                }

                errands.Add(
                    Attempt.Of(
                        work.Journey,
                        work.Definition,
                        after,
                        Written(recipient, work.CustomerOf(ready)),
                        pool,
                        moment.Stopwatch
                    ) with
                    {
                        Token = turn.Token,
                    }
                );
                if (place is not null)
                {
                    ramp.Take();
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>What a message gets of the rates under which it would be sent.</summary>
    private RateTurn TokenFor(JourneyWork work, OpenTouchpoint ready, Channel channel, string? provider) =>
        pools.Rates.Ask(
            channel,
            provider,
            new RateWaiter(work.Definition.FindRule(ready.Rule)?.Priority ?? 0, ready.PlannedAt, work.Journey.Id, ready.Order),
            ready.Status == TouchpointStatus.Held && ready.Reason.Code == GateReasons.RateReached.Code,
            term
        );

    private static Obstacle Reached(RatePurse under, DateTimeOffset until) =>
        new(GateReasons.RateReached.With(under.Scope, under.Most, under.Within), until);

    /// <summary>Asks the gate; a yes begins an attempt.</summary>
    private OpenTouchpoint Ask(
        JourneyWork work,
        OpenTouchpoint ready,
        Recipient recipient,
        Channel channel,
        Obstacle? obstacle,
        IReadOnlyList<GatheredItem> companions,
        IReadOnlyList<DigestItem> ended,
        string? provider = null
    )
    {
        IReadOnlyList<Tally> tallies = throttle.Of(work.Definition, ready, channel, Now);
        Decision decision = work.Take(
            new TouchpointTurn(ready.Order, recipient, obstacle, term)
            {
                Now = Now,
                Tallies = tallies,
                Companions = companions,
                Ended = ended,
                Provider = provider,
            }
        );

        // It may have begun as a digest, which takes others with it.
        OpenTouchpoint after =
            decision.Touchpoints.SingleOrDefault(touchpoint => touchpoint.Order > ready.Order && touchpoint.Contents is not null)
            ?? decision.Touchpoints.Single(touchpoint => touchpoint.Order == ready.Order);
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

    /// <summary>Who is told, in the language that they have asked for.</summary>
    private static Recipient.Known Written(Recipient recipient, CustomerSnapshot customer) =>
        ((Recipient.Known)recipient).In(customer.Preferences.Language);

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
