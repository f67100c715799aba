using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints;

/// <summary>Binds options to configuration; what cannot be read is a fault of the options, with its key, its value and a remedy.</summary>
[RequiresUnreferencedCode("Binds options by reflection.")]
[RequiresDynamicCode("Binds options by reflection.")]
internal static class ConfigurationBinding
{
    /// <param name="services">The host's services.</param>
    /// <param name="section">Where the options lie.</param>
    /// <param name="name">The options' name. Null is the default one.</param>
    /// <param name="fill">Reads what the binder can't, after it.</param>
    public static void Add<TOptions>(
        IServiceCollection services,
        IConfiguration section,
        string? name = null,
        Action<IConfiguration, TOptions>? fill = null
    )
        where TOptions : class =>
        services.AddOptions<TOptions>(name).Configure(options => Fill(section, name, fill, options)).ValidateOnStart();

    private static void Fill<TOptions>(IConfiguration section, string? name, Action<IConfiguration, TOptions>? fill, TOptions options)
        where TOptions : class
    {
        try
        {
            section.Bind(options);
            fill?.Invoke(section, options);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new OptionsValidationException(
                name ?? Options.DefaultName,
                typeof(TOptions),
                [new Fault(typeof(TOptions).Name, exception.Message.TrimEnd('.'), RemedyOf(exception)).ToString()]
            );
        }
    }

    /// <summary>What the binder said of a section, as a fault.</summary>
    public static Fault FaultOf(IConfigurationSection section, InvalidOperationException exception) =>
        new(section.Path, exception.Message.TrimEnd('.'), RemedyOf(exception));

    private static string RemedyOf(Exception exception) =>
        exception.Message.Contains(nameof(TimeSpan), StringComparison.Ordinal)
            ? "write a span of time as days.hours:minutes:seconds, such as 00:00:30"
            : "correct it in the configuration";
}
