using System.Security.Cryptography;
using System.Text;

namespace CustomerTouchpoints.Email.Composing;

/// <summary>
/// What shows that we have sent a message: the first 16 hexadecimal digits of an HMAC-SHA256 of its token. Only its envelope has it, so
/// that whoever knows it is a server that the message came by, or its reader.
/// </summary>
internal static class MessageSignature
{
    /// <summary>How many hexadecimal digits it has.</summary>
    public const int Length = 16;

    /// <summary>The fewest bytes of a key.</summary>
    public const int ShortestKey = 16;

    public static string Of(string token, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"return path {token}")))[..Length];

    public static bool Fits(string token, string signature, byte[] key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(token, key)), Encoding.ASCII.GetBytes(signature));
}
