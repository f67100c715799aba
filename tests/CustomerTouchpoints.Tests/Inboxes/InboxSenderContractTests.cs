using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Testing.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Inboxes;

/// <summary>The channel of inboxes keeps what the engine relies on in every channel.</summary>
public sealed class InboxSenderContractTests
{
    private TouchpointsTestHost host = null!;

    private IReadOnlyList<ContractCase> Promises =>
        ChannelSenderContract.Cases(
            () => host.Services.GetRequiredService<Senders>().For(Channel.Inbox, null)!,
            "ana-in-the-app",
            Channel.Inbox,
            carriesHeaders: false
        );

    private static IEnumerable<string> Names => new InboxSenderContractTests().Promises.Select(promise => promise.Name);

    [OneTimeSetUp]
    public async Task Start() => host = await TouchpointsTestHost.StartAsync<ParcelLifecycle>(touchpoints => touchpoints.AddInbox());

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCaseSource(nameof(Names))]
    public Task Keeps_the_contract(string promise) => Promises.Single(one => one.Name == promise).RunAsync();
}
