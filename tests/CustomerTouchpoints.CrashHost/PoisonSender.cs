using System.Diagnostics;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.CrashHost;

/// <summary>A sender with a bug: one message kills the process, all the others leave.</summary>
internal sealed class PoisonSender(string poison) : IChannelSender
{
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.Touchpoint.Journey.Key == poison)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }

        await Console.Out.WriteLineAsync($"left {message.Touchpoint.Journey.Key}");
        return SendResult.Sent();
    }
}
