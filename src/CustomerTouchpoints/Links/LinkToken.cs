using System.Buffers.Binary;
using System.Text;

namespace CustomerTouchpoints.Links;

/// <summary>
/// What a token says, as bytes: a version, the key's id, the instant of expiry, the purpose, the subject. What follows is the signature
/// over all of them. One content has one form: each text has its length before it, and nothing may be left over.
/// </summary>
/// <param name="KeyId">The id of the key that signed.</param>
/// <param name="ExpiresAt">When it stops to work, in seconds since 1970.</param>
/// <param name="Purpose">The purpose's name.</param>
/// <param name="Subject">The subject.</param>
internal sealed record LinkToken(string KeyId, uint ExpiresAt, string Purpose, LinkSubject Subject)
{
    private const byte Version = 1;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream(160);
        bytes.WriteByte(Version);
        Write(bytes, KeyId);
        Span<byte> expiry = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(expiry, ExpiresAt);
        bytes.Write(expiry);
        Write(bytes, Purpose);
        Write(bytes, Subject.Customer.Value);
        Write(bytes, Subject.Journey?.ToString());
        Write(bytes, Subject.Category?.ToString());
        Write(bytes, Subject.Channel?.Name);
        Write(bytes, Subject.Wording);
        return bytes.ToArray();
    }

    /// <summary>The id of the key that signed, which says how to go on; null when these are no bytes of ours.</summary>
    public static string? KeyIdOf(ReadOnlySpan<byte> bytes) =>
        bytes is [Version, ..] && TryTake(ref bytes, skip: 1, out string? id) && id is not null ? id : null;

    /// <summary>Reads what was signed; null when it was signed by a version that says it in another way.</summary>
    /// <param name="bytes">Bytes whose signature is right.</param>
    public static LinkToken? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return TryRead(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static LinkToken? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (!TryTake(ref bytes, skip: 1, out string? id) || bytes.Length < sizeof(uint))
        {
            return null;
        }

        uint expiresAt = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (
            !TryTake(ref bytes, sizeof(uint), out string? purpose)
            || !TryTake(ref bytes, 0, out string? customer)
            || !TryTake(ref bytes, 0, out string? journey)
            || !TryTake(ref bytes, 0, out string? category)
            || !TryTake(ref bytes, 0, out string? channel)
            || !TryTake(ref bytes, 0, out string? wording)
            || bytes.Length > 0
        )
        {
            return null;
        }

        return new LinkToken(
            id!,
            expiresAt,
            purpose!,
            new LinkSubject
            {
                Customer = customer!,
                Journey = journey is null ? default(JourneyId?) : JourneyId.Parse(journey),
                Category = category is null ? null : Enum.Parse<Category>(category),
                Channel = channel is null ? default(Channel?) : new Channel(channel),
                Wording = wording,
            }
        );
    }

    /// <summary>Two bytes of length, and the text; nothing is the length 0, since no text of ours is empty.</summary>
    private static void Write(MemoryStream bytes, string? text)
    {
        byte[] encoded = Strict.GetBytes(text ?? "");
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)encoded.Length));
        bytes.Write(length);
        bytes.Write(encoded);
    }

    private static bool TryTake(ref ReadOnlySpan<byte> bytes, int skip, out string? text)
    {
        text = null;
        if (
            bytes.Length < skip + sizeof(ushort)
            || bytes.Length - skip - sizeof(ushort) < BinaryPrimitives.ReadUInt16BigEndian(bytes[skip..])
        )
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[skip..]);
        ReadOnlySpan<byte> encoded = bytes.Slice(skip + sizeof(ushort), length);
        text = length == 0 ? null : Encoding.UTF8.GetString(encoded);
        bytes = bytes[(skip + sizeof(ushort) + length)..];
        return true;
    }
}
