using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Wires;

namespace CustomerTouchpoints.Http.Chat;

/// <summary>Posts to incoming webhooks of one service.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ChatPost(ChatOptions options, TimeProvider time) : IDisposable
{
    private readonly Wire wire = new(DialRule.Of(options.AllowLoopback, options.AllowedNetworks), time);

    /// <summary>Posts one message.</summary>
    /// <param name="address">Where to, if <see cref="ChatOptions.Endpoint"/> does not say it.</param>
    /// <param name="blocks">What is said.</param>
    /// <param name="fallback">The same as a line of text, for notices.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public async Task<SendResult> PostAsync(
        string address,
        IReadOnlyList<ChatBlock> blocks,
        string fallback,
        CancellationToken cancellationToken
    )
    {
        string? fault = null;
        if ((options.Endpoint ?? EndpointUrl.Read(address, options.AllowLoopback, out fault)) is not { } endpoint)
        {
            return SendResult.PermanentFailure($"The endpoint's address {fault}.");
        }

        if (blocks.Count == 0 || ChatPayload.Of(options.Service, blocks, fallback) is not { } body)
        {
            return SendResult.PermanentFailure($"The message is empty, or longer than {options.Service} takes. Shorten the template.");
        }

        WireOutcome outcome = await wire.SendAsync(
                new WireRequest
                {
                    Url = endpoint,
                    Body = (body, ChatPayload.MediaType),
                    Deadline = options.Deadline,
                    Headers = [("User-Agent", "CustomerTouchpoints")],
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return EndpointOutcome.Of(outcome, options.Endpoint is not null, knowsRepeats: false);
    }

    public void Dispose() => wire.Dispose();
}
