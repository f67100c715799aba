using System.Collections.Frozen;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers.Segments;
using CustomerTouchpoints.Delivery.Retries;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.AddedValues;
using CustomerTouchpoints.Touchpoints.QuietHours;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Makes the numbers that decisions depend on out of the host's options, once.</summary>
internal static class DecisionSettingsReader
{
    public static DecisionSettings Read(IServiceProvider provider)
    {
        TouchpointsOptions options = provider.GetRequiredService<IOptions<TouchpointsOptions>>().Value;
        IOptionsMonitor<ChannelOptions> channels = provider.GetRequiredService<IOptionsMonitor<ChannelOptions>>();
        RetrySchedule retries = (RetrySchedule.Default with { Seed = options.Seed }).With(options.Retries);
        return DecisionSettings.Default with
        {
            Running = new RunningCondition(),
            DefaultTimeZone = provider.GetRequiredService<IOptions<MessageOptions>>().Value.DefaultTimeZone,
            Retries = retries,
            ChannelRetries = provider
                .GetServices<ChannelRegistration>()
                .Select(registration => registration.Channel)
                .Distinct()
                .ToDictionary(channel => channel, channel => retries.With(channels.Get(channel.Name).Retries)),
            QuietHours = QuietHoursOf(options, provider, channels),
            Caps = [.. options.Caps],
            Digests = options.Digests.ToDictionary(digest => digest.Name),
            AddedValue = AddedValueOf(options, provider),
            ServiceMayBeDeclined = options.ServiceMayBeDeclined,
            Segments = SegmentsOf(provider),
            SurveyCooldown = options.SurveyCooldown,
            Complaints = options.Complaints.ToFrozenSet(StringComparer.Ordinal),
            MostOpen = options.MaxOpenTouchpoints,
            Lease = options.SendDeadline * 4,
            DeadlinesIn = provider.GetRequiredService<TemplateCatalog>().DeadlinesIn,
            Calendars = provider.GetRequiredService<CalendarBook>(),
            Lookups = LookupsOf(options),
        };
    }

    private static AddedValueSettings AddedValueOf(TouchpointsOptions options, IServiceProvider provider)
    {
        TemplateCatalog templates = provider.GetRequiredService<TemplateCatalog>();
        MessageOptions messages = provider.GetRequiredService<IOptions<MessageOptions>>().Value;
        return new AddedValueSettings(
            [.. provider.GetServices<AddedValueBlock>().DistinctBy(block => block.Name)],
            options.AddedValue.AtMost,
            options.AddedValue.Within
        )
        {
            HasRoom = channel => messages.FormOf(channel) != MessageForm.Compact,
            IsWritten = templates.IsWrittenBeside,
        };
    }

    /// <summary>Of two of one name, which the start refuses, either.</summary>
    private static FrozenDictionary<string, Segment> SegmentsOf(IServiceProvider provider) =>
        provider
            .GetServices<Segment>()
            .DistinctBy(segment => segment.Name)
            .ToFrozenDictionary(segment => segment.Name, StringComparer.Ordinal);

    /// <summary>A lookup has had its answer, or its deadline, before the next one is made.</summary>
    private static RetrySchedule LookupsOf(TouchpointsOptions options)
    {
        RetrySchedule usual = DecisionSettings.Default.Lookups;
        TimeSpan first = options.SendDeadline * 2 > usual.FirstDelay ? options.SendDeadline * 2 : usual.FirstDelay;
        return usual with
        {
            FirstDelay = first,
            LongestDelay = first > usual.LongestDelay ? first : usual.LongestDelay,
            Seed = options.Seed,
        };
    }

    private static QuietHoursCalendar? QuietHoursOf(
        TouchpointsOptions options,
        IServiceProvider provider,
        IOptionsMonitor<ChannelOptions> channels
    )
    {
        QuietHoursOptions quiet = options.QuietHours;
        string zone = provider.GetRequiredService<IOptions<MessageOptions>>().Value.DefaultTimeZone;
        BusinessCalendar? awake =
            quiet.Awake ?? (quiet is { From: { } from, To: { } to } ? BusinessCalendar.In("Etc/UTC").OpenDaily(to, from).Build() : null);
        return awake is null
            ? null
            : new QuietHoursCalendar(
                awake,
                provider
                    .GetServices<ChannelRegistration>()
                    .Select(registration => registration.Channel)
                    .Where(channel => channels.Get(channel.Name).Rings ?? Channel.Ringing.Contains(channel)),
                zone,
                quiet.Spread,
                options.Seed
            );
    }
}
