using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Decisions;
using CustomerTouchpoints.Dispatching;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Processing;

/// <summary>The submissions that share one commit, decided one at a time in the order they arrived.</summary>
internal sealed class Batch
{
    private readonly LifecycleRegistry lifecycles;
    private readonly DecisionSettings settings;
    private readonly IStoreBatch loaded;
    private readonly long term;
    private readonly Dictionary<CustomerId, Recipient> recipients = [];
    private readonly Dictionary<CustomerId, Customer> traits = [];
    private readonly Dictionary<JourneyId, JourneyWork> works = [];
    private readonly Dictionary<EventKey, (long Fingerprint, RaiseResult Result)> raised = [];
    private readonly List<EventKeyRow> eventKeys = [];
    private readonly List<Attempt> attempts = [];

    public Batch(LifecycleRegistry lifecycles, DecisionSettings settings, IStoreBatch loaded, IReadOnlyList<Submission> submissions, long term)
    {
        this.lifecycles = lifecycles;
        this.settings = settings;
        this.loaded = loaded;
        this.term = term;
        foreach (CustomerRow row in loaded.Customers.Values)
        {
            traits[row.Id] = JsonSerializer.Deserialize(row.Traits, RowJson.Default.Traits)!.ToCustomer(row.Id);
        }

        foreach ((CustomerId id, Recipient recipient) in submissions.Select(submission => submission.Recipients)
            .Distinct(ReferenceEqualityComparer.Instance).Cast<IReadOnlyDictionary<CustomerId, Recipient>>().SelectMany(found => found))
        {
            recipients[id] = recipient;
            if (recipient is Recipient.Known { Customer: var customer })
            {
                // Decisions see traits only, so that they are the same whether the directory answers or not.
                traits[id] = Traits.Of(customer).ToCustomer(id);
            }
        }
    }

    /// <summary>The attempts that begin with this commit.</summary>
    public IReadOnlyList<Attempt> Attempts => attempts;

    /// <summary>Whether something is due to somebody of whom the directory was not asked.</summary>
    public bool LacksProfiles { get; private set; }

    /// <summary>The journeys of the batch.</summary>
    public IEnumerable<JourneyWork> Works => works.Values;

    /// <summary>Decides on one submission.</summary>
    public RaiseResult? Take(Submission submission)
    {
        JourneyWork work = WorkOf(submission.Journey, submission.Now);
        work.CatchUp(submission.Now, term);
        switch (submission)
        {
            case Submission.Raise raise:
                return Raise(work, raise);
            case Submission.Report report:
                work.Take(report.Input);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Begins what is due, as far as there are free slots: the gate is asked, and a yes is stored as an attempt with this commit.</summary>
    public void Claim(DateTimeOffset now, Slots slots)
    {
        foreach (JourneyWork work in works.Values)
        {
            while (Lanes.Ready(work.Journey.Touchpoints, now).FirstOrDefault(ready => CanAsk(ready)) is { } ready && slots.TryTake(ready.Route, now))
            {
                Decision decision = work.Take(new Input.Turn(ready.Order, recipients[ready.Customer!.Value], term) { Now = now });
                OpenTouchpoint after = decision.Touchpoints.Single(touchpoint => touchpoint.Order == ready.Order);
                if (after.Status == TouchpointStatus.Sending)
                {
                    attempts.Add(AttemptOf(work, after, now));
                }
                else
                {
                    slots.Release(ready.Route);
                }
            }

            LacksProfiles |= Lanes.Ready(work.Journey.Touchpoints, now).Any(ready => !CanAsk(ready));
        }
    }

    public BatchWrites Writes() => new()
    {
        NewJourneys = [.. works.Values.Where(work => work.IsNew && work.HasChanged).Select(work => JourneyRows.ToRow(work.Journey))],
        ChangedJourneys = [.. works.Values.Where(work => !work.IsNew && work.HasChanged).Select(work => JourneyRows.ToRow(work.Journey))],
        Journal = [.. works.Values.SelectMany(work => work.Entries.Select(entry => JourneyRows.ToRow(work.Journey.Id, entry)))],
        EventKeys = eventKeys,
        NewTouchpoints = [.. works.Values.SelectMany(work => work.NewTouchpoints)],
        ChangedTouchpoints = [.. works.Values.SelectMany(work => work.ChangedTouchpoints)],
        Customers = [.. ChangedCustomers()],
        Parties = [.. works.Values.SelectMany(work => work.Entries.SelectMany(entry => entry.Changes).OfType<Change.PartyIdentified>()
            .Select(identified => new PartyRow(work.Journey.Id, identified.Role, identified.Customer)))],
    };

    private JourneyWork WorkOf(JourneyId id, DateTimeOffset now)
    {
        if (!works.TryGetValue(id, out JourneyWork? work))
        {
            LifecycleDefinition definition = lifecycles.Of(id);
            bool isKnown = loaded.Journeys.TryGetValue(id, out JourneyRow? row);
            JourneySnapshot journey = isKnown ? JourneyRows.ToSnapshot(row!) : JourneySnapshot.Unheard(id, definition.Version, now);
            works[id] = work = new JourneyWork(definition, settings, traits, journey, !isKnown);
        }

        return work;
    }

    private RaiseResult Raise(JourneyWork work, Submission.Raise raise)
    {
        var key = new EventKey(raise.Journey, raise.Fact.Id);
        if (Earlier(key) is { } earlier)
        {
            return earlier.Fingerprint == raise.Fingerprint
                ? earlier.Result with { Outcome = RaiseOutcome.Duplicate, FirstOutcome = earlier.Result.Outcome }
                : RaiseResults.Conflict(work.Journey, raise.Fact, earlier.Result);
        }

        JournalEntry entry = work.Take(new Input.Fact(raise.Fact) { Now = raise.Now }).Entries[0];
        RaiseResult result = RaiseResults.Of(raise.Journey, entry);
        if (result.Outcome != RaiseOutcome.Faulted)
        {
            raised[key] = (raise.Fingerprint, result);
            eventKeys.Add(new EventKeyRow(key, raise.Fingerprint, entry.Sequence));
        }

        return result;
    }

    private (long Fingerprint, RaiseResult Result)? Earlier(EventKey key) =>
        raised.TryGetValue(key, out (long Fingerprint, RaiseResult Result) here) ? here
        : loaded.RaisedEvents.TryGetValue(key, out RaisedEvent? before) ? (before.Fingerprint, RaiseResults.Of(key.Journey, JourneyRows.ToEntry(before.Entry)))
        : null;

    private bool CanAsk(OpenTouchpoint ready) => recipients.ContainsKey(ready.Customer!.Value);

    private Attempt AttemptOf(JourneyWork work, OpenTouchpoint touchpoint, DateTimeOffset now)
    {
        JourneySnapshot journey = work.Journey;
        return new Attempt
        {
            Journey = journey.Id,
            Touchpoint = touchpoint,
            Customer = ((Recipient.Known)recipients[touchpoint.Customer!.Value]).Customer,
            Data = touchpoint.Data is { } own ? journey.Data.Merge(own, onlyMissing: false).Element : journey.Data.Element,
            StateWords = journey.State is { } state ? work.Definition.FindState(state)?.Says : null,
            Step = work.Definition.Line.Count > 0 ? journey.Mark + 1 : null,
            Steps = work.Definition.Line.Count > 0 ? work.Definition.Line.Count : null,
            ClaimedAt = now,
        };
    }

    private IEnumerable<CustomerRow> ChangedCustomers()
    {
        foreach (Recipient.Known known in recipients.Values.OfType<Recipient.Known>())
        {
            string text = JsonSerializer.Serialize(Traits.Of(known.Customer), RowJson.Default.Traits);
            if (!loaded.Customers.TryGetValue(known.Customer.Id, out CustomerRow? row) || row.Traits != text)
            {
                yield return new CustomerRow(known.Customer.Id, text);
            }
        }
    }
}
