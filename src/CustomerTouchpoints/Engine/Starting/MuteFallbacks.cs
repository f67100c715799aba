using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery.Receipts;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints.Rules;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>
/// Fallbacks that wait for what nobody reports: the customer would be told by each channel, every time. A fallback may wait for what the
/// channels before it declare that they report.
/// </summary>
internal static class MuteFallbacks
{
    public static IEnumerable<Fault> FaultsIn(LifecycleDefinition definition, IOptionsMonitor<ChannelOptions> channels)
    {
        foreach (TouchpointRule rule in definition.Rules)
        {
            for (int i = 1; i < rule.Routes.Count; i++)
            {
                if (rule.FallbackBy(rule.Routes[i]) is not { Unless: not TouchpointEvent.Sent } fallback)
                {
                    continue;
                }

                foreach (Channel mute in rule.Routes[i - 1].Where(channel => !Reports(channels.Get(channel.Name), fallback.Unless)))
                {
                    yield return new Fault(
                        $"{definition.Name}: rule {rule.Key}",
                        $"its fallback by {fallback.Channel} waits for {mute} to report {TouchpointEventName.Word(fallback.Unless)}, and "
                            + "nothing says that it does",
                        $"Declare it with .ConfigureChannel(\"{mute}\", channel => channel.Receipts.Add(ReceiptKind.{fallback.Unless})) "
                            + "once your endpoint hands its receipts to ReportReceiptAsync, or wait for TouchpointEvent.Sent"
                    );
                }
            }
        }
    }

    private static bool Reports(ChannelOptions channel, TouchpointEvent awaited) =>
        channel.Receipts.Any(kind => ReceiptSet.ImpliedBy(kind).Any(implied => implied.ToString() == awaited.ToString()));
}
