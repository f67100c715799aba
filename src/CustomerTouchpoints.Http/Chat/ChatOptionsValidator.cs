using System.Net;
using CustomerTouchpoints.Http.Wires;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Chat;

/// <summary>Checks the options when the host starts and reports every fault at once. No fault repeats an endpoint.</summary>
internal sealed class ChatOptionsValidator(IOptions<TouchpointsOptions> engine) : IValidateOptions<ChatOptions>
{
    public ValidateOptionsResult Validate(string? name, ChatOptions options)
    {
        string[] faults = [.. Faults(options).Select(fault => $"ChatOptions of {name}, {fault}")];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(ChatOptions options)
    {
        if (!Enum.IsDefined(options.Service))
        {
            yield return "Service: it is none that we know. Use ChatService.Slack, Teams or Discord.";
        }

        if (options.Endpoint is { } endpoint && EndpointUrl.FaultOf(endpoint, options.AllowLoopback) is { } fault)
        {
            yield return $"Endpoint: it {fault}. Use the incoming webhook's URL as the service shows it.";
        }

        if (options.AllowedNetworks.Any(network => !IPNetwork.TryParse(network, out _)))
        {
            yield return "AllowedNetworks: one is no network. Use ones like 10.20.0.0/16.";
        }

        if (options.Deadline <= TimeSpan.Zero || options.Deadline >= engine.Value.SendDeadline)
        {
            yield return $"Deadline: {options.Deadline} is not between nothing and TouchpointsOptions.SendDeadline "
                + $"({engine.Value.SendDeadline}). Take a shorter one, or give the engine more time.";
        }
    }
}
