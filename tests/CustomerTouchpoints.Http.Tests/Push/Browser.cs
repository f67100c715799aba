using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CustomerTouchpoints.Http.Tests.Push;

/// <summary>A browser that has subscribed, and reads what it is sent: RFC 8291 and RFC 8188, written from their texts.</summary>
internal sealed class Browser : IDisposable
{
    private readonly ECDiffieHellman key;
    private readonly byte[] auth;
    private readonly byte[] point;

    private Browser(ECDiffieHellman key, byte[] auth)
    {
        (this.key, this.auth) = (key, auth);
        ECParameters parameters = key.ExportParameters(includePrivateParameters: false);
        point = [4, .. parameters.Q.X!, .. parameters.Q.Y!];
    }

    public static Browser New() => new(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256), RandomNumberGenerator.GetBytes(16));

    /// <summary>The one whose keys are known.</summary>
    public static Browser Of(string publicKey, string privateKey, string auth)
    {
        byte[] point = Base64Url.DecodeFromChars(publicKey);
        return new Browser(
            ECDiffieHellman.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new ECPoint { X = point[1..33], Y = point[33..] },
                    D = Base64Url.DecodeFromChars(privateKey),
                }
            ),
            Base64Url.DecodeFromChars(auth)
        );
    }

    /// <summary>What <c>JSON.stringify(subscription)</c> gives.</summary>
    public string Subscription(string endpoint) =>
        JsonSerializer.Serialize(
            new
            {
                endpoint,
                expirationTime = (string?)null,
                keys = new { p256dh = Base64Url.EncodeToString(point), auth = Base64Url.EncodeToString(auth) },
            }
        );

    /// <summary>The plain text of a body in <c>aes128gcm</c> with one record.</summary>
    public string Read(byte[] body)
    {
        byte[] salt = body[..16];
        int recordSize = (int)BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16, 4));
        byte[] sender = body[21..(21 + body[20])];
        byte[] record = body[(21 + body[20])..];
        Assert.That(record, Has.Length.LessThanOrEqualTo(recordSize), "one record");

        using var other = ECDiffieHellman.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = sender[1..33], Y = sender[33..] },
            }
        );
        byte[] shared = key.DeriveRawSecretAgreement(other.PublicKey);
        byte[] input = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, auth, [.. "WebPush: info\0"u8, .. point, .. sender]);
        byte[] contentKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        byte[] nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());
        byte[] plain = new byte[record.Length - 16];
        using var cipher = new AesGcm(contentKey, 16);
        cipher.Decrypt(nonce, record.AsSpan(..^16), record.AsSpan(^16..), plain);
        int end = Array.FindLastIndex(plain, octet => octet != 0);
        Assert.That(plain[end], Is.EqualTo(2), "the delimiter of the last record");
        return Encoding.UTF8.GetString(plain, 0, end);
    }

    public void Dispose() => key.Dispose();
}
