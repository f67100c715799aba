using System.Runtime.InteropServices;
using System.Text;

namespace CustomerTouchpoints.Sqlite;

/// <summary>The texts that a statement is bound to, as UTF-8 in memory that does not move until they are let go.</summary>
internal sealed class BoundTexts
{
    /// <summary>What one row rarely passes: more is let go with it.</summary>
    private const int MostKept = 64 * 1024;

    private readonly List<byte[]> outgrown = [];
    private byte[] room = [];
    private int used;

    /// <summary>Writes a text down.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">Where it is.</param>
    /// <returns>What is there.</returns>
    public ReadOnlySpan<byte> Add(string text, out nint address)
    {
        // One byte more, so that an empty text has an address too.
        int most = Encoding.UTF8.GetMaxByteCount(text.Length) + 1;
        if (room.Length - used < most)
        {
            outgrown.Add(room);
            room = GC.AllocateUninitializedArray<byte>(Math.Max(most, room.Length * 2), pinned: true);
            used = 0;
        }

        address = Marshal.UnsafeAddrOfPinnedArrayElement(room, used);
        Span<byte> written = room.AsSpan(used, Encoding.UTF8.GetBytes(text, room.AsSpan(used)));
        used += written.Length + 1;
        return written;
    }

    /// <summary>Lets the texts go: the statement no longer looks at them.</summary>
    public void Clear()
    {
        outgrown.Clear();
        used = 0;
        if (room.Length > MostKept)
        {
            room = [];
        }
    }
}
