using System.Text;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>How we say to a gateway who we are.</summary>
/// <remarks>Immutable; safe to share between threads. They are in no log and no reason.</remarks>
public sealed class SmsCredentials
{
    private readonly Func<Uri, ReadOnlyMemory<byte>, DateTimeOffset, IReadOnlyList<(string Name, string Value)>> headers;

    private SmsCredentials(Func<Uri, ReadOnlyMemory<byte>, DateTimeOffset, IReadOnlyList<(string Name, string Value)>> headers) =>
        this.headers = headers;

    /// <summary>A user's name and password (HTTP Basic).</summary>
    public static SmsCredentials Basic(string userName, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentNullException.ThrowIfNull(password);
        return Header("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}")));
    }

    /// <summary>A token (HTTP Bearer).</summary>
    public static SmsCredentials Bearer(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return Header("Authorization", "Bearer " + token);
    }

    /// <summary>Any header, such as <c>X-Api-Key</c>.</summary>
    /// <exception cref="ArgumentException">The value has a control character.</exception>
    public static SmsCredentials Header(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Any(char.IsControl))
        {
            throw new ArgumentException("The value has a control character; a line break at its end, maybe. Leave it out.", nameof(value));
        }

        return new SmsCredentials((_, _, _) => [(name, value)]);
    }

    /// <summary>A signature of AWS (version 4) over each request.</summary>
    /// <param name="region">The region, such as <c>eu-central-1</c>.</param>
    /// <param name="service">The service, such as <c>sns</c>.</param>
    /// <param name="keyId">The id of the access key.</param>
    /// <param name="secretKey">The access key's secret.</param>
    public static SmsCredentials Aws(string region, string service, string keyId, string secretKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(region);
        ArgumentException.ThrowIfNullOrEmpty(service);
        ArgumentException.ThrowIfNullOrEmpty(keyId);
        ArgumentException.ThrowIfNullOrEmpty(secretKey);
        var signer = new AwsSignature(region, service, keyId, secretKey);
        return new SmsCredentials(signer.Headers);
    }

    /// <summary>The headers of one request.</summary>
    internal IReadOnlyList<(string Name, string Value)> HeadersOf(Uri url, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        headers(url, body, now);
}
