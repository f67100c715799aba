using CustomerTouchpoints.Http.Tests.Wires;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Http.Tests.Push;

/// <summary>The contract of every channel sender, kept by Web Push to a real server.</summary>
public sealed class WebPushContractTests
{
    private static readonly RawServer Server = RawServer.Answering("201 Created");
    private static readonly Browser Browser = Browser.New();

    private static IReadOnlyList<ContractCase> Cases =>
        ChannelSenderContract.Cases(
            () => new Pushing().Sender,
            Browser.Subscription($"{Server.Url}/canary-7"),
            Channel.Push,
            carriesHeaders: false
        );

    [TestCaseSource(nameof(Cases))]
    public Task Web_push_keeps_the_contract(ContractCase promise) => promise.RunAsync();

    [OneTimeTearDown]
    public async Task Stop()
    {
        Browser.Dispose();
        await Server.DisposeAsync();
    }
}
