using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Inquiries;

/// <summary>How often each customer has written to this host of late.</summary>
/// <remarks>Thread-safe. It forgets who has not written within the span, when others write.</remarks>
internal sealed class InquiryRate(IOptions<InquiryOptions> options, TimeProvider time)
{
    private const int Many = 10_000;

    private readonly ConcurrentDictionary<CustomerId, Queue<long>> latest = new();

    /// <summary>Counts a message, unless there were too many.</summary>
    public bool TryCount(CustomerId customer)
    {
        long now = time.GetTimestamp();
        if (latest.Count > Many)
        {
            Forget(now);
        }

        Queue<long> messages = latest.GetOrAdd(customer, _ => new Queue<long>());
        lock (messages)
        {
            while (messages.TryPeek(out long oldest) && time.GetElapsedTime(oldest, now) >= options.Value.RateWindow)
            {
                messages.Dequeue();
            }

            if (messages.Count >= options.Value.MaxMessages)
            {
                return false;
            }

            messages.Enqueue(now);
            return true;
        }
    }

    private void Forget(long now)
    {
        foreach ((CustomerId customer, Queue<long> messages) in latest)
        {
            lock (messages)
            {
                if (messages.Count == 0 || time.GetElapsedTime(messages.Last(), now) >= options.Value.RateWindow)
                {
                    latest.TryRemove(customer, out _);
                }
            }
        }
    }
}
