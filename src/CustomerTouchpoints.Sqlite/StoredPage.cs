using System.Buffers.Binary;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// The one row of a table, read from the bytes of its page: what a file holds without its log can be asked of nobody else while the file
/// is in use. Only whole numbers are read.
/// </summary>
internal static class StoredPage
{
    private const byte TableLeaf = 13;

    /// <summary>A column's value; null when the page does not hold a table of one row that has it.</summary>
    public static long? Number(ReadOnlySpan<byte> page, int column)
    {
        if (page.Length < 10 || page[0] != TableLeaf || BinaryPrimitives.ReadUInt16BigEndian(page[3..]) != 1)
        {
            return null;
        }

        int at = BinaryPrimitives.ReadUInt16BigEndian(page[8..]);
        if (Varint(page, ref at) is null || Varint(page, ref at) is not 1)
        {
            return null;
        }

        int header = at;
        if (Varint(page, ref at) is not { } length || header + length > page.Length)
        {
            return null;
        }

        int end = header + (int)length;
        int value = end;
        for (int i = 0; at < end && Varint(page, ref at) is { } type; i++)
        {
            int size = SizeOf(type);
            if (i == column)
            {
                return size < 0 || value + size > page.Length ? null : Value(page.Slice(value, size), type);
            }

            if (size < 0)
            {
                return null;
            }

            value += size;
        }

        return null;
    }

    private static long? Varint(ReadOnlySpan<byte> page, ref int at)
    {
        long value = 0;
        for (int i = 0; i < 8; i++)
        {
            if (at < 0 || at >= page.Length)
            {
                return null;
            }

            byte part = page[at++];
            value = (value << 7) | (uint)(part & 0x7F);
            if (part < 0x80)
            {
                return value;
            }
        }

        return null;
    }

    private static int SizeOf(long type) =>
        type switch
        {
            0 or 8 or 9 => 0,
            >= 1 and <= 4 => (int)type,
            5 => 6,
            6 => 8,
            _ => -1,
        };

    private static long? Value(ReadOnlySpan<byte> bytes, long type)
    {
        if (bytes.IsEmpty)
        {
            return type switch
            {
                8 => 0,
                9 => 1,
                _ => null,
            };
        }

        long value = (sbyte)bytes[0];
        foreach (byte part in bytes[1..])
        {
            value = (value << 8) | part;
        }

        return value;
    }
}
