using System.Net;
using CustomerTouchpoints.Http.Wires;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Webhooks;

/// <summary>Checks the options when the host starts and reports every fault at once. No fault repeats a secret.</summary>
internal sealed class WebhookOptionsValidator(IOptions<TouchpointsOptions> engine) : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        List<string> faults = [.. Faults(options)];
        if (options.Deadline <= TimeSpan.Zero || options.Deadline >= engine.Value.SendDeadline)
        {
            faults.Add(
                $"WebhookOptions.Deadline: {options.Deadline} is not between nothing and TouchpointsOptions.SendDeadline "
                    + $"({engine.Value.SendDeadline}). Take a shorter one, or give the engine more time."
            );
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(WebhookOptions options)
    {
        if (options.Endpoint is { } endpoint && EndpointUrl.FaultOf(endpoint, options.AllowLoopback) is { } fault)
        {
            yield return $"WebhookOptions.Endpoint: it {fault}. Use one like https://hooks.partner.example/touchpoints.";
        }

        if (options.Secrets.Count == 0 == (options.SecretsOf is null))
        {
            yield return "WebhookOptions.Secrets and SecretsOf: webhooks are signed, so set one of the two: "
                + "webhooks.Secrets.Add(\"whsec_…\"), or a callback where each customer has a secret of their own.";
        }

        for (int i = 0; i < options.Secrets.Count; i++)
        {
            if (WebhookSecret.Read(options.Secrets[i]) is null)
            {
                yield return $"WebhookOptions.Secrets[{i}]: it can't be read; {WebhookSecret.Shape}. Make one: openssl rand -base64 32.";
            }
        }

        for (int i = 0; i < options.AllowedNetworks.Count; i++)
        {
            if (!IPNetwork.TryParse(options.AllowedNetworks[i], out _))
            {
                yield return $"WebhookOptions.AllowedNetworks[{i}]: it is no network. Use one like 10.20.0.0/16.";
            }
        }

        if (options.PauseAfter < 0)
        {
            yield return $"WebhookOptions.PauseAfter: {options.PauseAfter} is less than nothing. Use 0 to leave no endpoint alone.";
        }
    }
}
