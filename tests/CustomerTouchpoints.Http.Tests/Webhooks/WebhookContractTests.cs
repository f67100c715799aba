using CustomerTouchpoints.Http.Tests.Wires;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Http.Tests.Webhooks;

/// <summary>The contract of every channel sender, kept by webhooks to a real server.</summary>
public sealed class WebhookContractTests
{
    private static readonly RawServer Server = RawServer.Answering("200 OK");

    private static IReadOnlyList<ContractCase> Cases =>
        ChannelSenderContract.Cases(() => new Webhook().Sender, $"{Server.Url}/canary-7", channel: "webhook");

    [TestCaseSource(nameof(Cases))]
    public Task Webhooks_keep_the_contract(ContractCase promise) => promise.RunAsync();

    [OneTimeTearDown]
    public async Task Stop() => await Server.DisposeAsync();
}
