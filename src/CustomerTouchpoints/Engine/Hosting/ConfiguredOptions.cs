using System.Diagnostics.CodeAnalysis;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Operations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Which section of a host's configuration holds which options of this package.</summary>
[RequiresUnreferencedCode("Binds options by reflection.")]
[RequiresDynamicCode("Binds options by reflection.")]
internal static class ConfiguredOptions
{
    public static void Bind(TouchpointsBuilder builder)
    {
        IConfiguration configuration = builder.Configuration!;
        IServiceCollection services = builder.Services;
        ConfigurationBinding.Add<TouchpointsOptions>(services, configuration);
        services.AddOptions<OverrideOptions>().Configure(options => Read(configuration, options));

        // Overrides alone are adopted while the host runs; all other options are read once.
        services.AddSingleton<IOptionsChangeTokenSource<OverrideOptions>>(
            new ConfigurationChangeTokenSource<OverrideOptions>(configuration)
        );
        foreach (IConfigurationSection channel in configuration.GetSection("Channels").GetChildren())
        {
            ConfigurationBinding.Add<ChannelOptions>(services, channel, ConfiguredMessages.ChannelOf(channel).Name);
        }

        ConfigurationBinding.Add<BrandOptions>(services, configuration.GetSection("Brand"), fill: ConfiguredMessages.Fill);
        ConfigurationBinding.Add<MessageOptions>(services, configuration.GetSection("Messages"), fill: ConfiguredMessages.Fill);
    }

    /// <summary>
    /// Overrides are read while the host runs: what can't be read is a fault of theirs, so that the change is refused as a whole.
    /// </summary>
    private static void Read(IConfiguration configuration, OverrideOptions options)
    {
        foreach (IConfigurationSection section in configuration.GetSection(nameof(OverrideOptions.Channels)).GetChildren())
        {
            if (Read<ChannelOverride>(section, options) is { HourlyBudget: not null } channel)
            {
                options.Channels[section.Key] = channel;
            }
        }

        foreach (IConfigurationSection section in configuration.GetSection(nameof(OverrideOptions.Rules)).GetChildren())
        {
            if (Read<RuleOverride>(section, options) is { } rule)
            {
                options.Rules[section.Key] = rule;
            }
        }
    }

    private static TOverride? Read<TOverride>(IConfigurationSection section, OverrideOptions options)
        where TOverride : class, new()
    {
        var read = new TOverride();
        try
        {
            section.Bind(read);
            return read;
        }
        catch (InvalidOperationException exception)
        {
            options.Unreadable.Add(ConfigurationBinding.FaultOf(section, exception));
            return null;
        }
    }
}
