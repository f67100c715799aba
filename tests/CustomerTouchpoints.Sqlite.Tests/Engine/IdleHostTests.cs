using CustomerTouchpoints.Operations;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>A host that has nothing to do looks and sleeps, and still finds whatever comes.</summary>
public sealed class IdleHostTests
{
    [Test]
    public async Task What_comes_due_is_told()
    {
        using var folder = new StoreFolder();
        var time = new LaterTime();
        await using RunningHost host = await RunningHost.StartAsync(
            folder,
            touchpoints => touchpoints.Services.AddSingleton<TimeProvider>(time)
        );
        await host.RaiseAsync([ParcelLifecycle.Fact("packed", "1", "7", "ana")]);
        await Patience.UntilAsync(() => host.Channel.Sent.Count == 1, () => "the first message", seconds: 30);
        time.Later = TimeSpan.FromDays(1);
        await Patience.UntilAsync(() => host.Channel.Sent.Count == 2, () => "what has come due", seconds: 30);
        Assert.That(host.Channel.Sent.Last().Content.Subject, Is.EqualTo("parcel-waits"));
    }

    [Test]
    public async Task Overrides_that_change_are_adopted()
    {
        using var folder = new StoreFolder();
        using var change = new OverrideChange();
        await using RunningHost host = await RunningHost.StartAsync(
            folder,
            touchpoints =>
                touchpoints
                    .Services.AddSingleton<IOptionsChangeTokenSource<OverrideOptions>>(change)
                    .Configure<OverrideOptions>(options => options.Rules["parcel/parcel-waits"] = new RuleOverride { Off = change.IsMade })
        );
        var switches = host.Services.GetRequiredService<ITouchpointSwitches>();
        Assert.That(await AdoptedAsync(), Is.Empty);
        change.Make();
        await Patience.UntilAsync(async () => (await AdoptedAsync()).Any(), () => "the change to be adopted", seconds: 30);
        Assert.That((await AdoptedAsync()).Single().Reason.ToString(), Is.EqualTo("rule:parcel/parcel-waits off"));

        async Task<IEnumerable<Operation>> AdoptedAsync() =>
            (await switches.HistoryAsync()).Where(operation => operation.Subject == "overrides");
    }

    private sealed class LaterTime : TimeProvider
    {
        public TimeSpan Later { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Later;
    }

    private sealed class OverrideChange : IOptionsChangeTokenSource<OverrideOptions>, IDisposable
    {
        private readonly CancellationTokenSource made = new();
        private readonly CancellationTokenSource never = new();

        public bool IsMade => made.IsCancellationRequested;

        public string? Name => Options.DefaultName;

        public IChangeToken GetChangeToken() => new CancellationChangeToken((IsMade ? never : made).Token);

        public void Make() => made.Cancel();

        public void Dispose()
        {
            made.Dispose();
            never.Dispose();
        }
    }
}
