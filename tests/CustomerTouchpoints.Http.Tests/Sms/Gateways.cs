using CustomerTouchpoints.Http.Sms;

namespace CustomerTouchpoints.Http.Tests.Sms;

/// <summary>The ready gateways, each with a secret that must show nowhere.</summary>
internal static class Gateways
{
    public static readonly SmsGateway Twilio = SmsGateways.Twilio("AC1", "canary", new Uri("https://lumen.example/receipts?a=1"));
    public static readonly SmsGateway Vonage = SmsGateways.Vonage("key", "canary");
    public static readonly SmsGateway MessageBird = SmsGateways.MessageBird("canary");
    public static readonly SmsGateway Sns = SmsGateways.Sns("eu-central-1", "AKID", "canary", "Lumen");
    public static readonly SmsGateway Plain = SmsGateways.PlainGet("https://sms.example/", @"^OK: (\S+)", @"^ERR: (\d+)");
}
