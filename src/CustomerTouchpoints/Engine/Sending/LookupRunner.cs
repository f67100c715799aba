using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>Asks a channel what became of an attempt.</summary>
internal sealed class LookupRunner(Senders senders, SendDeadline deadline, StoreTime time, ILogger<LookupRunner> logger)
{
    public async Task<LookupAnswered> RunAsync(DeliveryLookup lookup)
    {
        OpenTouchpoint touchpoint = lookup.Touchpoint;
        LookupResult result = await AskAsync(lookup, touchpoint).ConfigureAwait(false);
        return new LookupAnswered(touchpoint.Order, touchpoint.Attempts, result) { Now = Instants.Truncate(time.GetUtcNow()) };
    }

    private async Task<LookupResult> AskAsync(DeliveryLookup lookup, OpenTouchpoint touchpoint)
    {
        TouchpointId id = touchpoint.IdIn(lookup.Journey);
        try
        {
            if (senders.LookupOf(touchpoint.Channel, touchpoint.Provider) is not { } sender)
            {
                return LookupResult.Unknown("its sender can't be asked");
            }

            var doubtful = new DoubtfulAttempt
            {
                Touchpoint = id,
                MessageId = id.MessageToken(),
                Attempt = touchpoint.Attempts,
                Channel = touchpoint.Channel,
                Customer = touchpoint.Customer!.Value,
            };
            return await deadline.CallAsync(lookup.Pool.Bulkhead, token => sender.LookUpAsync(doubtful, token)).ConfigureAwait(false)
                ?? LookupResult.Unknown("it returned no answer");
        }
#pragma warning disable CA1031 // A lookup may throw anything: nothing is known, and the question comes again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            DispatchingLog.LookupThrew(logger, touchpoint.Channel.Name, id, exception.GetType().Name);
            return LookupResult.Unknown(
                SendDeadline.HasPassed(exception) ? "no answer in time" : $"asking failed with {exception.GetType().Name}"
            );
        }
    }
}
