using CustomerTouchpoints;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using OrderStory.Feed;
using OrderStory.Telling;

namespace OrderStory;

/// <summary>Tells the story by the real clock: the engine's own workers run, and each line happens as it is read.</summary>
internal sealed class LiveStory(ICustomerTouchpoints touchpoints, Narrator narrator, Func<IEnumerable<CustomerId>> customers)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    public async Task TellAsync(IEnumerable<FeedLine> feed, CancellationToken stopping)
    {
        foreach (FeedLine line in feed)
        {
            if (line.Fact is not { } fact)
            {
                narrator.Broken(line.Number, line.Fault!);
                continue;
            }

            RaiseResult result;
            try
            {
                result = await touchpoints.RaiseAsync(fact with { OccurredAt = null }, stopping);
            }
            catch (ArgumentException malformed)
            {
                narrator.Broken(line.Number, FeedReader.InWords(malformed));
                continue;
            }

            narrator.Fact(TimeProvider.System.GetUtcNow(), line, result);
        }

        using var glances = new PeriodicTimer(Glance);
        while (await IsBusyAsync(stopping) && await glances.WaitForNextTickAsync(stopping))
        {
            narrator.TimePassed(TimeProvider.System.GetUtcNow());
        }

        narrator.TimePassed(TimeProvider.System.GetUtcNow());
        narrator.EndRepeats();
    }

    /// <summary>Whether a message is being sent, or is due.</summary>
    private async Task<bool> IsBusyAsync(CancellationToken stopping)
    {
        foreach (CustomerId customer in customers())
        {
            Timeline timeline = await touchpoints.TimelineAsync(customer, stopping);
            if (
                timeline.Touchpoints.Any(message =>
                    message.Status == TouchpointStatus.Sending
                    || (message.Status == TouchpointStatus.Planned && message.DueAt <= TimeProvider.System.GetUtcNow())
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
