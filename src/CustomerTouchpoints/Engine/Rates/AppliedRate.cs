using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Engine.Rates;

/// <summary>A rate of a channel, or of one of its providers, under the name by which all hosts know it.</summary>
/// <param name="Key">The name: what it is for, and its span. How many it allows may change from one start to the next.</param>
/// <param name="Scope">What it is for.</param>
/// <param name="Most">How many messages at most.</param>
/// <param name="Within">The span.</param>
internal sealed record AppliedRate(string Key, string Scope, int Most, TimeSpan Within)
{
    /// <summary>The rates under which a channel's messages leave by a provider; by the channel's one sender where it has none.</summary>
    public static IEnumerable<AppliedRate> Of(ChannelRegistration channel, string? provider, ChannelOptions options)
    {
        IEnumerable<SendRate> own = channel.Providers.FirstOrDefault(one => one.Name == provider)?.Options.Rates ?? [];
        return options
            .Rates.Where(rate => rate.Provider is null || rate.Provider == provider)
            .Select(rate => Of(rate, channel.Channel, rate.Provider))
            .Concat(own.Select(rate => Of(rate, channel.Channel, provider)))
            .GroupBy(rate => rate.Key)
            .Select(same => same.MinBy(rate => rate.Most)!);
    }

    private static AppliedRate Of(SendRate rate, Channel channel, string? provider)
    {
        string scope = rate.Identity ?? (provider is null ? channel.Name : $"{channel.Name}/{provider}");
        return new AppliedRate($"{(rate.Identity is null ? "" : "as ")}{scope} within {rate.Within:c}", scope, rate.Most, rate.Within);
    }
}
