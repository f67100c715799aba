using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace CustomerTouchpoints;

/// <summary>Where a thread writes one JSON text after the other, so that each costs little more than itself.</summary>
/// <remarks>Thread-safe: each thread has its own. One text at a time: it is taken before the thread begins the next.</remarks>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The JSON writer keeps no room of its own: what it writes into belongs to the thread."
)]
internal sealed class JsonBuffer
{
    /// <summary>Room that has become larger than this is not kept for the next text.</summary>
    private const int Largest = 256 * 1024;

    [ThreadStatic]
    private static JsonBuffer? mine;

    private readonly ArrayBufferWriter<byte> room = new(4096);

    private JsonBuffer() => Writer = new Utf8JsonWriter(room);

    public Utf8JsonWriter Writer { get; }

    /// <summary>The thread's own, without what a text that failed has left in it.</summary>
    public static JsonBuffer Begin()
    {
        JsonBuffer begun = mine is { room.Capacity: <= Largest } kept ? kept : mine = new JsonBuffer();
        begun.room.ResetWrittenCount();
        begun.Writer.Reset();
        return begun;
    }

    /// <summary>The text that was written.</summary>
    public string Take() => Encoding.UTF8.GetString(Written());

    /// <summary>The text that was written, as it lies here until the thread begins the next.</summary>
    public ReadOnlySpan<byte> Written()
    {
        Writer.Flush();
        return room.WrittenSpan;
    }
}
