using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>
/// The signature of AWS, version 4, over a POST of a form to the root of a host, or a GET without a query: all that its text messages need.
/// </summary>
internal sealed class AwsSignature(string region, string service, string keyId, string secretKey)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Signed = "host;x-amz-date";

    public IReadOnlyList<(string Name, string Value)> Headers(Uri url, ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        Headers("POST", url, body, now);

    internal IReadOnlyList<(string Name, string Value)> Headers(string method, Uri url, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        string time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string date = time[..8];
        string scope = $"{date}/{region}/{service}/aws4_request";
        string request =
            $"{method}\n{url.AbsolutePath}\n\nhost:{url.Authority}\nx-amz-date:{time}\n\n{Signed}\n{Hex(SHA256.HashData(body.Span))}";
        string toSign = $"{Algorithm}\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request)))}";
        byte[] key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + secretKey), date), region), service), "aws4_request");
        return
        [
            ("x-amz-date", time),
            ("Authorization", $"{Algorithm} Credential={keyId}/{scope}, SignedHeaders={Signed}, Signature={Hex(Mac(key, toSign))}"),
        ];
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
