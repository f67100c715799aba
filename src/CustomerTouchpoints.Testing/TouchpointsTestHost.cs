using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Messages.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Testing;

/// <summary>
/// A host for tests: the real engine in virtual time on one thread, with the in-memory store, a recording channel behind every channel
/// name that the lifecycle uses, a directory that knows everybody and plain templates, as far as the test does not bring its own.
/// </summary>
/// <remarks>Not thread-safe: a test drives it step by step. Between two calls nothing moves.</remarks>
public sealed class TouchpointsTestHost : IAsyncDisposable
{
    /// <summary>Two runs of a test hash an address alike.</summary>
    private const string AddressKey = "Y3VzdG9tZXItdG91Y2hwb2ludHMtdGVzdC1ob3N0LWtleQ==";

    /// <summary>For how long to let other threads go on before time passes.</summary>
    private const int IdleTurns = 20_000;

    private readonly ServiceProvider services;
    private readonly StubTemplates templates;
    private readonly TouchpointsEngine engine;
    private int raised;

    private TouchpointsTestHost(
        ServiceProvider services,
        StubTemplates templates,
        VirtualTime time,
        StubDirectory directory,
        RecordingChannel channel,
        RecordingEscalations escalations
    )
    {
        this.services = services;
        this.templates = templates;
        engine = services.GetRequiredService<TouchpointsEngine>();
        Touchpoints = services.GetRequiredService<ICustomerTouchpoints>();
        Time = time;
        Directory = directory;
        Channel = channel;
        Escalations = escalations;
    }

    /// <summary>The library, as the host would see it.</summary>
    public ICustomerTouchpoints Touchpoints { get; }

    /// <summary>The clock; <see cref="AdvanceAsync"/> moves it together with the engine.</summary>
    public VirtualTime Time { get; }

    /// <summary>The directory, to describe customers in. Unused when the test brought its own.</summary>
    public StubDirectory Directory { get; }

    /// <summary>The channel behind every channel name, to tell it how to answer. Unused for channels that the test brought.</summary>
    public RecordingChannel Channel { get; }

    /// <summary>What the people on our side were told of response clocks. Unused when the test brought a handler.</summary>
    public RecordingEscalations Escalations { get; }

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => services;

    /// <summary>Every message that was accepted, in order.</summary>
    public SentMessages Sent => new([.. Channel.Sent], "everybody");

    /// <summary>Starts a host for one lifecycle.</summary>
    /// <param name="configure">What the test brings itself: templates, a store, channels, options.</param>
    /// <param name="startAt">When it begins. Null means Monday, 5 January 2026, 9:00 UTC.</param>
    public static async Task<TouchpointsTestHost> StartAsync<TLifecycle>(
        Action<TouchpointsBuilder>? configure = null,
        DateTimeOffset? startAt = null
    )
        where TLifecycle : Lifecycle, new()
    {
        var lifecycle = Lifecycle.New<TLifecycle>();
        Channel[] channels =
        [
            .. lifecycle
                .Draft()
                .Rules.SelectMany(rule => rule.Routes)
                .SelectMany(route => route)
                .Append(global::CustomerTouchpoints.Channel.Email)
                .Distinct(),
        ];
        var time = startAt is { } start ? new VirtualTime(start) : new VirtualTime();
        var directory = new StubDirectory(channels);
        var channel = new RecordingChannel();
        var escalations = new RecordingEscalations();
        var templates = new StubTemplates(lifecycle);

        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.Configure<TemplateFolders>(folders => folders.Shipped.Add(ending => TemplateFile.Of(templates.Folder, ending)));
        services.AddCustomerTouchpoints(touchpoints =>
        {
            touchpoints
                .AddLifecycle<TLifecycle>()
                .UseCustomers(directory)
                .UseEscalations(escalations)
                .UseInMemoryStore()
                .Configure(options => (options.RunWorkers, options.Suppression.Key) = (false, AddressKey));
            foreach (Channel name in channels)
            {
                touchpoints.AddChannel(name, _ => channel, options => Array.ForEach(Enum.GetValues<ReceiptKind>(), options.Receipts.Add));
            }

            configure?.Invoke(touchpoints);
        });
        var host = new TouchpointsTestHost(services.BuildServiceProvider(), templates, time, directory, channel, escalations);
        try
        {
            await host.engine.StartAsync().ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reports a fact and lets everything that follows from it at this instant happen.</summary>
    /// <param name="journey">The journey, such as <c>order/1042</c>.</param>
    /// <param name="data">What happened: a record with an <see cref="EventAttribute"/>.</param>
    /// <param name="id">The event id. Null gives each event one of its own.</param>
    /// <param name="occurredAt">When it happened. Null means now.</param>
    /// <param name="customer">Who plays the lifecycle's first role.</param>
    [RequiresUnreferencedCode("Serialises the record by reflection.")]
    [RequiresDynamicCode("Serialises the record by reflection.")]
    public async Task<RaiseResult> RaiseAsync<TEvent>(
        JourneyId journey,
        TEvent data,
        string? id = null,
        DateTimeOffset? occurredAt = null,
        CustomerId? customer = null
    )
        where TEvent : notnull =>
        await RaiseAsync(
                new IncomingEvent
                {
                    Journey = journey,
                    Name = EventName.Of<TEvent>(),
                    Id = id ?? NextId(),
                    OccurredAt = occurredAt,
                    Data = JsonSerializer.SerializeToElement(data, EventJson.Options),
                    Customer = customer,
                }
            )
            .ConfigureAwait(false);

    /// <summary>Reports a fact and lets everything that follows from it at this instant happen.</summary>
    public async Task<RaiseResult> RaiseAsync(IncomingEvent incoming) => (await RaiseTogetherAsync(incoming).ConfigureAwait(false))[0];

    /// <summary>
    /// Reports several facts at once, so that they share a commit as concurrent callers' facts do, and lets what follows happen.
    /// </summary>
    public async Task<IReadOnlyList<RaiseResult>> RaiseTogetherAsync(params IReadOnlyList<IncomingEvent> incoming)
    {
        Task<RaiseResult>[] raising = [.. incoming.Select(fact => Touchpoints.RaiseAsync(fact))];
        await FollowAsync(Task.WhenAll(raising)).ConfigureAwait(false);
        return await Task.WhenAll(raising).ConfigureAwait(false);
    }

    /// <summary>Records what customers agreed to or do not want, as one who raises events does, and lets what follows happen.</summary>
    public async Task RecordConsentAsync(params IReadOnlyCollection<ConsentRecord> consents)
    {
        Task recording = services.GetRequiredService<ICustomerWishes>().ImportConsentsAsync(consents);
        await FollowAsync(recording).ConfigureAwait(false);
    }

    /// <summary>Records how a customer would rather be told, as one who raises events does, and lets what follows happen.</summary>
    public async Task SetPreferencesAsync(PreferencesRecord preferences)
    {
        Task recording = services.GetRequiredService<ICustomerWishes>().SetPreferencesAsync(preferences);
        await FollowAsync(recording).ConfigureAwait(false);
    }

    /// <summary>Stops messages to addresses, and lets what follows happen.</summary>
    public async Task SuppressAsync(params IReadOnlyCollection<SuppressionRecord> suppressions)
    {
        Task recording = services.GetRequiredService<ISuppressionList>().ImportAsync(suppressions);
        await FollowAsync(recording).ConfigureAwait(false);
    }

    /// <summary>Reports what became of a message later, as a provider's callback does, and lets what follows happen.</summary>
    public async Task<ReceiptResult> ReportReceiptAsync(Receipt receipt) => (await ReportReceiptsAsync(receipt).ConfigureAwait(false))[0];

    /// <summary>Reports several receipts at once, so that they share a commit, and lets what follows happen.</summary>
    public async Task<IReadOnlyList<ReceiptResult>> ReportReceiptsAsync(params IReadOnlyList<Receipt> receipts)
    {
        Task<ReceiptResult>[] reporting = [.. receipts.Select(receipt => Touchpoints.ReportReceiptAsync(receipt))];
        await FollowAsync(Task.WhenAll(reporting)).ConfigureAwait(false);
        return await Task.WhenAll(reporting).ConfigureAwait(false);
    }

    /// <summary>Lets the engine work until a call of the host is through; where the call waits for an instant, time passes.</summary>
    /// <param name="call">Such as one of <see cref="ICustomerIdentity"/>.</param>
    public async Task<TResult> CompleteAsync<TResult>(Task<TResult> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        await FollowAsync(call, timePasses: true).ConfigureAwait(false);
        return await call.ConfigureAwait(false);
    }

    /// <summary>Lets time pass: everything that becomes due on the way happens at its own instant.</summary>
    public Task AdvanceAsync(TimeSpan span) => AdvanceToAsync(Time.GetUtcNow() + span);

    /// <summary>Lets time pass until an instant.</summary>
    public async Task AdvanceToAsync(DateTimeOffset instant)
    {
        await engine.DrainAsync().ConfigureAwait(false);
        while (await engine.NextDueAsync().ConfigureAwait(false) is { } due && due <= instant)
        {
            if (due <= Time.GetUtcNow())
            {
                throw new TouchpointAssertionException(
                    $"Something was due at {due:u} and is still due at {Time.GetUtcNow():u}: the engine stands still."
                );
            }

            Time.MoveTo(due);
            await engine.DrainAsync().ConfigureAwait(false);
        }

        Time.MoveTo(instant);
        await engine.DrainAsync().ConfigureAwait(false);
    }

    /// <summary>Every message that this customer was sent, in order.</summary>
    public SentMessages SentTo(CustomerId customer) =>
        new([.. Channel.Sent.Where(message => message.Customer == customer)], customer.Value);

    /// <summary>Stops the host.</summary>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync().ConfigureAwait(false);
        templates.Dispose();
    }

    /// <summary>
    /// Lets the engine work until what was asked of it is through. A store that answers later may take it in only after the engine has
    /// found nothing to do.
    /// </summary>
    private async Task FollowAsync(Task asked, bool timePasses = false)
    {
        await engine.DrainAsync().ConfigureAwait(false);
        for (int idle = 1; !asked.IsCompleted; idle++)
        {
            await Task.Yield();
            if (timePasses && idle % IdleTurns == 0)
            {
                Time.Advance(TimeSpan.FromMilliseconds(100));
            }

            await engine.DrainAsync().ConfigureAwait(false);
        }

        await asked.ConfigureAwait(false);
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"event-{++raised}");
}
