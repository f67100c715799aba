using CustomerTouchpoints.Http.Sms;
using CustomerTouchpoints.Http.Tests.Wires;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Http.Tests.Sms;

/// <summary>The contract of every channel sender, kept by text messages by each kind of request.</summary>
public sealed class SmsContractTests
{
    private static readonly RawServer Server = new(
        async (connection, _) =>
        {
            while (true)
            {
                await connection.ReadAsync();
                string id = $"{Interlocked.Increment(ref accepted)}";
                await connection.AnswerAsync("200 OK", "", $$"""{"sid":"{{id}}","id":"{{id}}"}""");
            }
        }
    );

    private static int accepted;

    private static IReadOnlyList<ContractCase> Form =>
        ChannelSenderContract.Cases(() => SenderOf(SmsGateways.MessageBird("key")), "+393331234567", Channel.Sms, carriesHeaders: false);

    private static IReadOnlyList<ContractCase> Json =>
        ChannelSenderContract.Cases(
            () => SenderOf(new SmsGateway { Url = Server.Url, Json = """{"to":"{to}","text":"{text}"}""" }),
            "+393331234567",
            Channel.Sms,
            carriesHeaders: false
        );

    [TestCaseSource(nameof(Form))]
    [TestCaseSource(nameof(Json))]
    public Task Text_messages_keep_the_contract(ContractCase promise) => promise.RunAsync();

    [OneTimeTearDown]
    public async Task Stop() => await Server.DisposeAsync();

    private static SmsSender SenderOf(SmsGateway gateway) => new Gateway(gateway, Server.Url, sms => sms.MaxSegments = 1000).Sender;
}
