using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Wires;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>The SMS channel: hands each message to a gateway, once its number and its length are looked at.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SmsSender(IOptions<SmsOptions> options, TimeProvider time, ILogger<SmsSender> logger) : IChannelSender, IDisposable
{
    /// <summary>It is the host's own word where its gateway is: it may be in the house.</summary>
    private readonly Wire wire = new(DialRule.Anywhere, time);

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested)
        {
            return SendResult.TemporaryFailure("Cancelled before anything was sent.");
        }

        SmsOptions settings = options.Value;
        (SmsParts? parts, SendResult? refusal) = PartsOf(message, settings);
        if (parts is null)
        {
            HttpLog.CannotBeSent(logger, message.Touchpoint, message.Channel, refusal!.Reason ?? "");
            return refusal;
        }

        WireRequest request = SmsRequest.Of(settings.Gateway!, parts, time.GetUtcNow(), settings.Deadline);
        return SmsOutcome.Of(await wire.SendAsync(request, cancellationToken).ConfigureAwait(false), settings.Gateway!);
    }

    public void Dispose() => wire.Dispose();

    private static (SmsParts? Parts, SendResult? Refusal) PartsOf(OutgoingMessage message, SmsOptions settings)
    {
        string? country;
        try
        {
            country = settings.CountryOf?.Invoke(message) ?? settings.DefaultCountry;
        }
#pragma warning disable CA1031 // The host's own code may throw anything; nothing has been sent.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (null, SendResult.TemporaryFailure($"SmsOptions.CountryOf failed with {fault.GetType().Name}; nothing was sent."));
        }

        if (PhoneNumber.Read(message.Address, country, settings.MobileOnly, out string? wrong) is not { } to)
        {
            return (null, SendResult.PermanentFailure($"The phone number {wrong}."));
        }

        string text = message.Content.Text.ReplaceLineEndings("\n").Trim();
        SmsSize size = SmsSize.Of(text);
        return text.Length == 0 ? (null, SendResult.PermanentFailure("The text is empty."))
            : size.Segments > settings.MaxSegments ? (null, TooLong(size, settings.MaxSegments))
            : (new SmsParts(to, settings.From ?? "", text, message.MessageId, size.IsUnicode), null);
    }

    private static SendResult TooLong(SmsSize size, int most)
    {
        string because = size.IsUnicode ? " (of 67 characters, as some are not in the SMS alphabet)" : "";
        return SendResult.PermanentFailure(
            $"The text takes {size.Segments} parts{because}, and SmsOptions.MaxSegments is {most}. Shorten the template."
        );
    }
}
