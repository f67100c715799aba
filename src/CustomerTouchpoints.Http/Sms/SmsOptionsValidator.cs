using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>Checks the options when the host starts and reports every fault at once. No fault repeats a URL or a secret.</summary>
internal sealed class SmsOptionsValidator(IOptions<TouchpointsOptions> engine) : IValidateOptions<SmsOptions>
{
    public ValidateOptionsResult Validate(string? name, SmsOptions options)
    {
        List<string> faults = [.. FaultsOf(options.Gateway, options.RequireTls), .. Faults(options)];
        if (options.Deadline <= TimeSpan.Zero || options.Deadline >= engine.Value.SendDeadline)
        {
            faults.Add(
                $"SmsOptions.Deadline: {options.Deadline} is not between nothing and TouchpointsOptions.SendDeadline "
                    + $"({engine.Value.SendDeadline}). Take a shorter one, or give the engine more time."
            );
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(SmsGateway? gateway, bool requireTls)
    {
        if (gateway is null)
        {
            yield return "SmsOptions.Gateway: there is none. Give one to AddSms, such as SmsGateways.Twilio(account, token).";
            yield break;
        }

        if (SmsRequest.UrlOf(gateway, SmsParts.Sample) is not { } url || url.UserInfo.Length > 0)
        {
            yield return "SmsOptions.Gateway.Url: it is no URL, or has a user name in it. Use one like https://sms.example/send.";
        }
        else if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || !requireTls)))
        {
            yield return "SmsOptions.Gateway.Url: it is not https. Use https, or set SmsOptions.RequireTls to false for one in the house.";
        }

        if (gateway.Json is not null && (gateway.Form.Count > 0 || !IsJson(gateway.Json)))
        {
            yield return "SmsOptions.Gateway.Json: it is no JSON, or there is a form beside it. Set one of the two.";
        }

        string request = string.Concat([gateway.Url, gateway.Json ?? "", .. gateway.Form.Select(field => field.Value)]);
        if (!request.Contains("{text}", StringComparison.Ordinal) || !request.Contains("{to", StringComparison.Ordinal))
        {
            yield return "SmsOptions.Gateway: the request has no place for {text}, or none for {to} or {to-digits}. Add them.";
        }
    }

    private static IEnumerable<string> Faults(SmsOptions options)
    {
        if (options.From is { } from && !IsSenderId(from))
        {
            yield return "SmsOptions.From: it is no sender id. Use a number like +393331234567, a short code, or up to eleven letters, "
                + "digits and blanks, one letter at least.";
        }

        if (options.DefaultCountry is { } country && !PhoneNumber.IsCountry(country))
        {
            yield return $"SmsOptions.DefaultCountry: \"{country}\" is no country. Use two letters like IT.";
        }

        if (options.MaxSegments <= 0)
        {
            yield return $"SmsOptions.MaxSegments: {options.MaxSegments} lets nothing out. Use 1 or more.";
        }
    }

    /// <summary>Letters, digits and blanks, or a number.</summary>
    private static bool IsSenderId(string from) =>
        (from.Length is > 0 and <= 11 && from.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ') && from.Any(char.IsAsciiLetter))
        || (from.TrimStart('+') is { Length: >= 3 and <= 15 } number && number.All(char.IsAsciiDigit) && from.Length - number.Length < 2);

    private static bool IsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
