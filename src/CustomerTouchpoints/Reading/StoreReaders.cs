using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Reading;

/// <summary>Everything that reads what was stored for a host.</summary>
internal sealed class StoreReaders
{
    public StoreReaders(ITouchpointStore store, LifecycleRegistry lifecycles, ReasonWords words, CalendarBook calendars, StoreTime time)
    {
        Clocks = new ClockReader(store, words, calendars, time);
        Journeys = new JourneyReader(store, lifecycles);
        Touchpoints = new TouchpointReader(store);
        Journal = new JournalReader(store, Touchpoints, words);
        Lookup = new JourneyLookup(store);
        Suppressions = new SuppressionReader(store);
        Identity = new IdentityReader(store);
        Customers = new CustomerReader(store, Touchpoints, Identity);
        Consents = new ConsentReader(store, Identity);
        Preferences = new PreferencesReader(store, Identity);
        Inbox = new InboxReader(store, Identity);
    }

    public JournalReader Journal { get; }

    public ClockReader Clocks { get; }

    public JourneyReader Journeys { get; }

    public TouchpointReader Touchpoints { get; }

    public CustomerReader Customers { get; }

    public ConsentReader Consents { get; }

    public PreferencesReader Preferences { get; }

    public JourneyLookup Lookup { get; }

    public SuppressionReader Suppressions { get; }

    public IdentityReader Identity { get; }

    public InboxReader Inbox { get; }
}
