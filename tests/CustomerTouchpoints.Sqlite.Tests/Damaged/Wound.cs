namespace CustomerTouchpoints.Sqlite.Tests.Damaged;

/// <summary>Damage to one file, the same for the same seed.</summary>
internal static class Wound
{
    private const int Page = 4096;

    /// <summary>Each way of being damaged, by name.</summary>
    private static readonly (string Name, Action<Random, string> Inflict)[] Kinds =
    [
        ("cut anywhere", (dice, file) => Cut(file, dice.NextInt64(Length(file)))),
        ("cut after a page", (dice, file) => Cut(file, dice.NextInt64(Length(file) / Page) * Page)),
        ("one bit flipped", (dice, file) => Change(file, bytes => bytes[dice.Next(bytes.Length)] ^= (byte)(1 << dice.Next(8)))),
        ("one byte changed", (dice, file) => Change(file, bytes => bytes[dice.Next(bytes.Length)] ^= (byte)dice.Next(1, 256))),
        (
            "one byte near the start of a page changed",
            (dice, file) => Change(file, bytes => bytes[NearStart(dice, bytes)] ^= (byte)dice.Next(1, 256))
        ),
        (
            "a few bytes changed",
            (dice, file) =>
                Change(
                    file,
                    bytes =>
                    {
                        for (int i = dice.Next(2, 17); i > 0; i--)
                        {
                            bytes[dice.Next(bytes.Length)] ^= (byte)dice.Next(1, 256);
                        }
                    }
                )
        ),
        ("a run zeroed", (dice, file) => Change(file, bytes => Run(dice, bytes).Clear())),
        ("a run overwritten", (dice, file) => Change(file, bytes => dice.NextBytes(Run(dice, bytes)))),
        ("a page zeroed", (dice, file) => Change(file, bytes => Paged(bytes, dice.Next(bytes.Length / Page)).Clear())),
        (
            "two pages swapped",
            (dice, file) =>
                Change(
                    file,
                    bytes =>
                    {
                        int one = dice.Next(bytes.Length / Page),
                            other = dice.Next(bytes.Length / Page);
                        byte[] kept = Paged(bytes, one).ToArray();
                        Paged(bytes, other).CopyTo(Paged(bytes, one));
                        kept.CopyTo(Paged(bytes, other));
                    }
                )
        ),
        (
            "a page written over another",
            (dice, file) =>
                Change(file, bytes => Paged(bytes, dice.Next(bytes.Length / Page)).CopyTo(Paged(bytes, dice.Next(bytes.Length / Page))))
        ),
    ];

    /// <summary>Damages a file and says how.</summary>
    public static string Inflict(string file, int seed)
    {
        var dice = new Random(seed);
        (string name, Action<Random, string> inflict) = Kinds[dice.Next(Kinds.Length)];
        inflict(dice, file);
        return $"seed {seed}, {Path.GetFileName(file)}: {name}";
    }

    private static long Length(string file) => new FileInfo(file).Length;

    private static void Cut(string file, long length)
    {
        using FileStream stream = File.OpenWrite(file);
        stream.SetLength(length);
    }

    private static void Change(string file, Action<byte[]> change)
    {
        byte[] bytes = File.ReadAllBytes(file);
        change(bytes);
        using FileStream stream = File.OpenWrite(file);
        stream.Write(bytes);
    }

    /// <summary>Where a page has its header and the list of its cells.</summary>
    private static int NearStart(Random dice, byte[] bytes) =>
        Math.Min((dice.Next(bytes.Length / Page) * Page) + dice.Next(64), bytes.Length - 1);

    private static Span<byte> Run(Random dice, byte[] bytes)
    {
        int start = dice.Next(bytes.Length);
        return bytes.AsSpan(start, Math.Min(dice.Next(1, 10_000), bytes.Length - start));
    }

    private static Span<byte> Paged(byte[] bytes, int number) => bytes.AsSpan(number * Page, Page);
}
