using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Segments;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Journeys;

/// <summary>One decision in the making: each change is applied at once, so that what follows sees it, and noted for the journal.</summary>
internal sealed class Deliberation
{
    private readonly IReadOnlyDictionary<CustomerId, CustomerSnapshot> customers;
    private readonly List<JournalEntry> entries = [];
    private Dictionary<CustomerId, CustomerSnapshot>? changedCustomers;
    private JourneySnapshot? journey;
    private JourneyBuilder? builder;
    private List<Change>? changes;
    private readonly JourneyId id;
    private string? before;
    private long sequence;

    public Deliberation(
        LifecycleDefinition definition,
        DecisionSettings settings,
        JourneySnapshot journey,
        IReadOnlyDictionary<CustomerId, CustomerSnapshot> customers,
        DateTimeOffset now
    )
    {
        this.customers = customers;
        this.journey = journey;
        Definition = definition;
        Settings = settings;
        id = journey.Id;
        before = journey.State;
        sequence = journey.Sequence;
        Now = now;
    }

    public LifecycleDefinition Definition { get; }

    public DecisionSettings Settings { get; }

    /// <summary>The journey as it stands by now: each change makes another one.</summary>
    public JourneySnapshot Journey => journey ??= builder!.Build();

    public DateTimeOffset Now { get; }

    /// <summary>What the entry in the making is about: an event's name or a timer's key.</summary>
    public string Cause { get; private set; } = "";

    /// <summary>The data of the event in the making; null for everything else.</summary>
    public JsonElement? Data { get; private set; }

    /// <summary>The number that the entry in the making will have.</summary>
    public long EntryNumber => sequence + 1;

    /// <summary>Begins an entry about an event.</summary>
    public void Consider(string cause, JsonElement? data)
    {
        Cause = cause;
        Data = data;
    }

    public void Add(Change change)
    {
        JourneyBuilder next = Next();
        change = change.SeenFrom(next);
        (changes ??= []).Add(change);
        change.ApplyTo(next, Data);
        if (change.ForCustomer(id, Now) is { } effect)
        {
            (changedCustomers ??= [])[effect.Customer] = Locked(effect.Customer).Apply(effect.Change);
        }
    }

    /// <summary>Ends the entry in the making and begins the next.</summary>
    public void Record(
        JournalEntryKind kind,
        string name,
        JournalEntryOutcome outcome,
        Reason reason,
        DateTimeOffset occurredAt,
        string? eventId = null
    )
    {
        string? after = builder is null ? Journey.State : builder.State;
        entries.Add(
            new JournalEntry
            {
                Sequence = EntryNumber,
                RecordedAt = Now,
                OccurredAt = occurredAt,
                Kind = kind,
                Name = name,
                EventId = eventId,
                Outcome = outcome,
                Reason = reason,
                From = before,
                To = after,
                Changes = changes ?? [],
                Data = Data,
            }
        );
        changes = null;
        Next().Sequence = ++sequence;
        before = after;
    }

    public Decision Conclude() =>
        new(Journey, entries, builder?.Touched ?? []) { Customers = changedCustomers is null ? [] : [.. changedCustomers.Values] };

    /// <summary>The customer whom a message is for, as they stand by now.</summary>
    /// <exception cref="InvalidOperationException">Nobody holds the customer's lock.</exception>
    public CustomerSnapshot CustomerOf(CustomerId customer) => Locked(customer);

    /// <summary>Who a customer turned out to be: themselves, where they are nobody else.</summary>
    public CustomerId Resolve(CustomerId customer)
    {
        // An alias leads on, and never in a circle: nobody is merged into one of their own.
        while (Known(customer)?.MergedInto is { } into)
        {
            customer = into;
        }

        return customer;
    }

    /// <summary>Whether a customer was erased.</summary>
    public bool IsErased(CustomerId customer) => Known(customer)?.ErasedAt is not null;

    /// <summary>The traits of whoever plays a role; null when nobody does, or nothing is known of them.</summary>
    public Customer? TraitsOf(string role) => Journey.PartyOf(role) is { } party ? Known(party.Customer)?.Customer : null;

    /// <summary>A customer as they stand by now; null when they are none of those whom this decision may look at.</summary>
    private CustomerSnapshot? Known(CustomerId customer) =>
        changedCustomers?.GetValueOrDefault(customer) ?? customers.GetValueOrDefault(customer);

    /// <exception cref="InvalidOperationException">Nobody holds the customer's lock.</exception>
    private CustomerSnapshot Locked(CustomerId customer) =>
        Known(customer)
        ?? throw new InvalidOperationException($"Customer {customer} is not locked by this batch, and can't be changed by {Journey.Id}.");

    /// <summary>The zone in which whoever plays a role reads the clock; the default one where it is not known.</summary>
    public string ZoneOf(string role) => TraitsOf(role)?.TimeZone ?? Settings.DefaultTimeZone;

    /// <summary>What a guard may look at; what a rule's condition may look at when the rule's role is given.</summary>
    public Situation Situation(string? role = null) =>
        new(
            Journey.Id,
            Journey.State,
            Cause,
            Data ?? IncomingEvent.EmptyObject,
            Journey.Data.Element,
            Now,
            TraitsOf(role ?? Definition.Roles[0]),
            TraitsOf
        );

    /// <summary>The description of the first condition that does not hold, or null when all do.</summary>
    /// <exception cref="ConditionFailedException">One of them threw.</exception>
    public string? FirstRefusal(IReadOnlyList<Condition> conditions, string? role = null)
    {
        if (conditions.Count == 0)
        {
            return null;
        }

        Situation situation = Situation(role);
        return conditions.FirstOrDefault(condition => !Holds(condition, situation))?.Description;
    }

    /// <summary>Whether one of several conditions holds.</summary>
    /// <exception cref="ConditionFailedException">One of them threw.</exception>
    public bool AnyHolds(IReadOnlyList<Condition> conditions, string role)
    {
        if (conditions.Count == 0)
        {
            return false;
        }

        Situation situation = Situation(role);
        return conditions.Any(condition => Holds(condition, situation));
    }

    /// <summary>Why a rule has nothing to tell whoever plays its role; null when its conditions hold and it is for them.</summary>
    /// <exception cref="ConditionFailedException">A condition or a segment threw.</exception>
    public Reason? Refusal(TouchpointRule rule)
    {
        if (FirstRefusal(rule.Conditions, rule.Role) is { } words)
        {
            return PlanReasons.OnlyWhen.With(words);
        }

        return Outside(rule.Segments, rule.Role);
    }

    /// <summary>Why whoever plays a role is none of those of whom segments speak; null when they are.</summary>
    /// <exception cref="ConditionFailedException">A segment threw.</exception>
    public Reason? Outside(IReadOnlyList<SegmentCondition> segments, string role)
    {
        foreach (SegmentCondition condition in segments)
        {
            if (IsIn(role, condition.Segment) == condition.Excludes)
            {
                return (condition.Excludes ? SegmentReasons.Excluded : SegmentReasons.NotIn).With(condition.Segment);
            }
        }

        return null;
    }

    /// <summary>Whether whoever plays a role is in a segment; nobody is where nobody plays it, or no host declares it any more.</summary>
    private bool IsIn(string role, string segment)
    {
        if (
            Journey.PartyOf(role) is not { } party
            || Known(party.Customer) is not { } who
            || !Settings.Segments.TryGetValue(segment, out Segment? found)
        )
        {
            return false;
        }

        Settings.Running.Description = found.Description;
        try
        {
            return found.Includes(new CustomerStanding(who, Now));
        }
#pragma warning disable CA1031 // Whatever a host's function throws faults its own input only.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new ConditionFailedException(found.Description, exception);
        }
    }

    /// <summary>What a function of the host says of the event in the making.</summary>
    /// <exception cref="ConditionFailedException">It threw.</exception>
    public T Read<T>(string description, Func<Situation, T> function)
    {
        Settings.Running.Description = description;
        try
        {
            return function(Situation());
        }
#pragma warning disable CA1031 // Whatever a host's function throws faults its own input only.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new ConditionFailedException(description, exception);
        }
    }

    private bool Holds(Condition condition, Situation situation)
    {
        Settings.Running.Description = condition.Description;
        try
        {
            return condition.Holds(situation);
        }
#pragma warning disable CA1031 // Whatever a host's condition throws faults its own input only.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new ConditionFailedException(condition.Description, exception);
        }
    }

    /// <summary>The next journey, for who is about to change it.</summary>
    private JourneyBuilder Next()
    {
        builder ??= new JourneyBuilder(Journey);
        journey = null;
        return builder;
    }
}
