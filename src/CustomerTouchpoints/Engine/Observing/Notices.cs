using System.Collections.Concurrent;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Observing;

/// <summary>Makes notices of what was committed and hands them to the observers' feeds. Costs nothing where nobody observes.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Notices(IServiceProvider services, StoreTime time, ILogger<Notices> logger)
{
    private readonly ConcurrentDictionary<(Channel Channel, string? Provider), ChannelOutage> down = new();

    /// <summary>Made late: an observer may itself want the library.</summary>
    private readonly Lazy<ObserverFeed[]> feeds = new(() =>
        [.. services.GetServices<ITouchpointObserver>().Select(observer => new ObserverFeed(observer, time, logger))]
    );

    public IReadOnlyList<ObserverFeed> Feeds => feeds.Value;

    /// <summary>What a commit wrote of a journey.</summary>
    public void Committed(JournalEntry entry)
    {
        if (Feeds.Count > 0 && KindOf(entry) is { } kind)
        {
            bool isClock = entry.Kind == JournalEntryKind.Clock;
            Tell(
                new TouchpointNotice
                {
                    Kind = kind,
                    At = isClock ? entry.OccurredAt : entry.RecordedAt,
                    Reason = entry.Reason,
                    Touchpoint = isClock ? null : TouchpointId.Parse(entry.Name),
                    Clock = isClock ? ClockId.Parse(entry.Name) : null,
                }
            );
        }
    }

    /// <summary>The channels that were down when they were last tried.</summary>
    public IEnumerable<ChannelOutage> Outages => down.Values;

    /// <summary>
    /// What a channel said of itself by what it did with a message: told and logged when it goes down, and when it comes up.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="provider">The provider that did it; null where the channel has one sender.</param>
    /// <param name="result">What it did.</param>
    /// <param name="now">When it said so.</param>
    /// <param name="until">Until when one that is down is left alone.</param>
    public void Answered(Channel channel, string? provider, SendResult result, DateTimeOffset now, DateTimeOffset until)
    {
        if (result.Outcome == SendOutcome.ChannelDown)
        {
            var outage = new ChannelOutage(channel, now, until, result.Reason, provider);
            if (!down.TryAdd((channel, provider), outage))
            {
                down[(channel, provider)] = outage with { Since = down.GetValueOrDefault((channel, provider))?.Since ?? now };
            }
            else if (provider is not null)
            {
                ChannelLog.ProviderDown(logger, outage.Name, result.Reason);
            }
            else
            {
                ChannelLog.Down(logger, channel.Name, result.Reason);
                TellOf(channel, NoticeKind.ChannelDown, GateReasons.ChannelDown.With(channel.Name, result.Reason), now);
            }
        }
        else if (result.Outcome != SendOutcome.Uncertain && down.TryRemove((channel, provider), out ChannelOutage? over))
        {
            if (provider is not null)
            {
                ChannelLog.ProviderUp(logger, over.Name, now - over.Since);
                return;
            }

            ChannelLog.Up(logger, channel.Name, now - over.Since);
            TellOf(channel, NoticeKind.ChannelUp, GateReasons.ChannelUp.With(channel.Name), now);
        }
    }

    /// <summary>What a commit changed in an inbox.</summary>
    public void InboxChanged(CustomerId customer, TouchpointId touchpoint, Reason reason, DateTimeOffset at)
    {
        if (Feeds.Count > 0)
        {
            Tell(
                new TouchpointNotice
                {
                    Kind = NoticeKind.InboxChanged,
                    At = at,
                    Reason = reason,
                    Touchpoint = touchpoint,
                    Channel = touchpoint.Channel,
                    Customer = customer,
                }
            );
        }
    }

    /// <summary>Lets each observer hear what waits for it, in turn; for those who drive the engine step by step.</summary>
    public bool Step()
    {
        bool any = false;
        foreach (ObserverFeed feed in Feeds)
        {
            any |= feed.Step(apart: false);
        }

        return any;
    }

    private void TellOf(Channel channel, NoticeKind kind, Reason reason, DateTimeOffset at) =>
        Tell(
            new TouchpointNotice
            {
                Kind = kind,
                At = at,
                Reason = reason,
                Channel = channel,
            }
        );

    private static NoticeKind? KindOf(JournalEntry entry) =>
        entry.Kind switch
        {
            JournalEntryKind.Gate or JournalEntryKind.Outcome or JournalEntryKind.Lookup or JournalEntryKind.Review => entry.Outcome switch
            {
                JournalEntryOutcome.Sent => NoticeKind.Sent,
                JournalEntryOutcome.Failed => NoticeKind.Failed,
                JournalEntryOutcome.Held => NoticeKind.Held,
                JournalEntryOutcome.InReview => NoticeKind.InReview,
                _ => null,
            },
            JournalEntryKind.Clock => entry.Outcome switch
            {
                JournalEntryOutcome.Warned => NoticeKind.ClockWarned,
                JournalEntryOutcome.Breached => NoticeKind.ClockBreached,
                _ => null,
            },
            _ => null,
        };

    private void Tell(TouchpointNotice notice)
    {
        foreach (ObserverFeed feed in Feeds)
        {
            feed.Add(notice);
        }
    }
}
