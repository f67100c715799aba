using System.Buffers.Text;
using System.Security.Cryptography;

namespace CustomerTouchpoints.Http.Push;

/// <summary>A pair of keys by which push services know a host (VAPID, RFC 8292).</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
/// <param name="PublicKey">The public key: 65 bytes in Base64url. Browsers subscribe with it.</param>
/// <param name="PrivateKey">The private key: 32 bytes in Base64url. A secret.</param>
public sealed record VapidKeys(string PublicKey, string PrivateKey)
{
    internal const int LengthOfPublic = 65;
    internal const int LengthOfPrivate = 32;

    /// <summary>Makes a new pair. Do it once, and keep it: subscriptions are for one pair.</summary>
    public static VapidKeys Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        ECParameters parameters = key.ExportParameters(includePrivateParameters: true);
        return new VapidKeys(
            Base64Url.EncodeToString([4, .. parameters.Q.X!, .. parameters.Q.Y!]),
            Base64Url.EncodeToString(parameters.D!)
        );
    }

    /// <summary>Leaves the private key out.</summary>
    public override string ToString() => $"VapidKeys {PublicKey}";

    /// <summary>Whether two texts are the keys of one pair.</summary>
    internal static bool IsPair(string publicKey, string privateKey)
    {
        if (Bytes(publicKey, LengthOfPublic) is not { } point || point[0] != 4 || Bytes(privateKey, LengthOfPrivate) is not { } secret)
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new ECPoint { X = point[1..33], Y = point[33..] },
                    D = secret,
                }
            );
            return key.VerifyData(point, key.SignData(point, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The bytes of a text in Base64url, with or without padding; null where it is none, or of another length.</summary>
    internal static byte[]? Bytes(string text, int length)
    {
        string plain = text.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return Base64Url.IsValid(plain, out int decoded) && decoded == length ? Base64Url.DecodeFromChars(plain) : null;
    }
}
