using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints;

/// <summary>Settings of the engine. Every default is meant to be right for a first production.</summary>
public sealed class TouchpointsOptions
{
    /// <summary>How long the customer directory may take to answer before messages are held. Default one second.</summary>
    public TimeSpan DirectoryDeadline { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long what the directory said is used again. Default thirty seconds.</summary>
    public TimeSpan DirectoryCache { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a sender may take before the engine gives the attempt up as uncertain. Default thirty seconds.</summary>
    public TimeSpan SendDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many events, timers and outcomes share one commit at most. Default 512.</summary>
    public int BatchSize { get; set; } = 512;

    /// <summary>
    /// How much memory the events may take, roughly, that are raised and not committed yet: each counts as 8 KiB and its data. From 1 MiB
    /// on. Default 64 MiB, which is some 8,000 events with little data. It does not hold where <see cref="RunWorkers"/> is false.
    /// </summary>
    public long MaxPendingBytes { get; set; } = 64 << 20;

    /// <summary>
    /// Whether an event that is raised while <see cref="MaxPendingBytes"/> of others wait waits as well, or is refused. Default
    /// <see cref="BusyPolicy.Wait"/>.
    /// </summary>
    public BusyPolicy WhenBusy { get; set; } = BusyPolicy.Wait;

    /// <summary>
    /// How many messages of one journey may be on their way at once, from 1 to 10,000; ten times as many may wait for a person. What its
    /// rules would plan beyond that is left out, and the journal says so: a feed that loops hurts nobody else. As many promises may be
    /// open. Default 100.
    /// </summary>
    public int MaxOpenTouchpoints { get; set; } = 100;

    /// <summary>
    /// How often the store is asked for what is due, when nothing hints at it before, and for what hosts have enlisted; at most 24 days.
    /// Default a tenth of a second.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// When messages are tried again after a temporary failure: by default eight attempts, over about an hour. A channel may have settings
    /// of its own, see <see cref="ChannelOptions.Retries"/>.
    /// </summary>
    public RetryOptions Retries { get; } = new();

    /// <summary>When customers are not to be disturbed, by the clock of each. No quiet hours by default.</summary>
    public QuietHoursOptions QuietHours { get; } = new();

    /// <summary>
    /// How many messages a customer gets at most, over all journeys and rules; several hold at once. None by default. Promotional messages
    /// wait for room, by the priority of their rules and then by age, until they are stale; the others count and never wait.
    /// </summary>
    public IList<Cap> Caps { get; } = [];

    /// <summary>
    /// Messages that leave as one, as rules say with <see cref="TouchpointRuleBuilder.InDigest"/>. None by default. All hosts of a store
    /// need the same.
    /// </summary>
    public IList<Digest> Digests { get; } = [];

    /// <summary>
    /// How much added value a customer gets at most, over all journeys and messages: one block in seven days by default. See
    /// <see cref="TouchpointRuleBuilder.WithAddedValue"/>.
    /// </summary>
    public AddedValueOptions AddedValue { get; } = new();

    /// <summary>
    /// Whether customers may decline service messages, which tell who waits where things stand, see
    /// <see cref="ICustomerWishes.RecordConsentAsync"/>. Default false. What was declined stays so when it is turned off again.
    /// </summary>
    public bool ServiceMayBeDeclined { get; set; }

    /// <summary>
    /// How long a customer is asked nothing more after a survey, over all surveys and journeys. From an hour to ten years; default 90 days.
    /// </summary>
    public TimeSpan SurveyCooldown { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// What a complaint is: a journey of a lifecycle of one of these names, or about a topic of one (as inquiries are classified). While
    /// one is open, its customer gets no survey, and <see cref="Customers.CustomerStanding.HasOpenComplaint"/> holds. Default:
    /// <c>complaint</c>.
    /// </summary>
    public ISet<string> Complaints { get; } = new HashSet<string>(StringComparer.Ordinal) { "complaint" };

    /// <summary>How addresses that must not be written to are kept, and which messages each reason stops.</summary>
    public SuppressionOptions Suppression { get; } = new();

    /// <summary>Spreads retries: hosts with different seeds do not retry in chorus. Default 0.</summary>
    public int Seed { get; set; }

    /// <summary>
    /// Whether what may have been sent already goes to review when the store has gone back, as after a backup was restored, instead of
    /// going out again: whatever was due before the store went back. Default true. Either way the start says from when to when.
    /// </summary>
    public bool ReviewAfterRestore { get; set; } = true;

    /// <summary>
    /// Whether hosted workers run the engine by the clock. Default true. A test or a simulation turns it off and drives
    /// <see cref="Engine.TouchpointsEngine"/> step by step.
    /// </summary>
    public bool RunWorkers { get; set; } = true;
}
