using CustomerTouchpoints;
using CustomerTouchpoints.Engine;
using OrderStory.Feed;
using OrderStory.Telling;

namespace OrderStory;

/// <summary>
/// Tells the story in its own time. Each line arrives when the story has come to its instant; a line that comes late arrives at once, and
/// says when it happened. Between two lines the clock stops at whatever is due.
/// </summary>
/// <remarks>
/// After a stop of any kind the clock resumes at the latest instant that the store has recorded, and what was cut off there is done first.
/// The lines before it are raised again: the store knows them by their ids. So the same feed gives the same messages, however often
/// the story was cut off.
/// </remarks>
internal sealed class Story(TouchpointsEngine engine, ICustomerTouchpoints touchpoints, StoryClock clock, Narrator narrator)
{
    /// <summary>How long to wait for what is due and can't move: a channel that is down.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task TellAsync(IEnumerable<FeedLine> feed, CancellationToken stopping)
    {
        if (await engine.HighWaterMarkAsync(stopping) is { } mark)
        {
            clock.MoveTo(mark);
            narrator.Say($"[bold]The story goes on[/] where the store left it: {mark:ddd d MMM yyyy HH:mm} UTC.");
            await DrainAsync(stopping);
        }

        foreach (FeedLine line in feed)
        {
            if (line.Fact is not { } fact)
            {
                narrator.Broken(line.Number, line.Fault!);
                continue;
            }

            await PassUntilAsync(fact.OccurredAt!.Value, stopping);
            await RaiseAsync(line, fact, stopping);
        }

        await PassUntilAsync(null, stopping);
        narrator.EndRepeats();
    }

    private async Task RaiseAsync(FeedLine line, IncomingEvent fact, CancellationToken stopping)
    {
        RaiseResult result;
        try
        {
            Task<RaiseResult> raising = touchpoints.RaiseAsync(fact, stopping);
            while (!raising.IsCompleted)
            {
                if (!await engine.StepAsync(stopping))
                {
                    await Task.Yield();
                }
            }

            result = await raising;
        }
        catch (ArgumentException malformed)
        {
            narrator.Broken(line.Number, FeedReader.InWords(malformed));
            return;
        }

        await engine.DrainAsync(stopping);
        narrator.Fact(clock.Now, line, result);
    }

    /// <summary>Lets time pass until an instant, or until nothing is due any more.</summary>
    private async Task PassUntilAsync(DateTimeOffset? until, CancellationToken stopping)
    {
        while (await engine.NextDueAsync(stopping) is { } due)
        {
            DateTimeOffset next = due > clock.Now ? due : clock.Now + Patience;
            if (next > until)
            {
                break;
            }

            clock.MoveTo(next);
            await DrainAsync(stopping);
        }

        clock.MoveTo(until ?? clock.Now);
    }

    private async Task DrainAsync(CancellationToken stopping)
    {
        await engine.DrainAsync(stopping);
        narrator.TimePassed(clock.Now);
    }
}
