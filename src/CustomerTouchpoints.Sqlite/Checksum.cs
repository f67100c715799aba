using System.IO.Hashing;
using System.Numerics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// A running hash over the values of a row in a fixed order. Each row carries its own, so that a row with a byte that nobody wrote is
/// refused when it is read: SQLite checks how its pages hang together, and never what is in them.
/// </summary>
/// <remarks>Its figures are in files: it must never change.</remarks>
internal struct Checksum
{
    private const ulong Number = 0x9E3779B97F4A7C15;
    private const ulong Text = 0xC2B2AE3D27D4EB4F;
    private const ulong Nothing = 0x165667B19E3779F9;

    /// <summary>The same, for scripts and statements that change many rows at once.</summary>
    private const string Function = "touchpoints_checksum";

    private ulong state;

    public readonly long Value => (long)state;

    public static void AddFunctionTo(sqlite3 handle) =>
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_create_function(handle, Function, -1, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, Compute),
            handle
        );

    /// <summary>An SQL expression for the checksum of the named columns.</summary>
    public static string Of(string columns) => $"{Function}({columns})";

    public void Add(long value) => Stir(Number, (ulong)value);

    public void Add(ReadOnlySpan<byte> utf8) => Stir(Text, XxHash3.HashToUInt64(utf8));

    public void AddNull() => Stir(Nothing, 0);

    private static void Compute(sqlite3_context context, object data, sqlite3_value[] values)
    {
        var checksum = new Checksum();
        foreach (sqlite3_value value in values)
        {
            switch (raw.sqlite3_value_type(value))
            {
                case raw.SQLITE_INTEGER:
                    checksum.Add(raw.sqlite3_value_int64(value));
                    break;
                case raw.SQLITE_NULL:
                    checksum.AddNull();
                    break;
                default:
                    checksum.Add(raw.sqlite3_value_blob(value));
                    break;
            }
        }

        raw.sqlite3_result_int64(context, checksum.Value);
    }

    /// <summary>One step of splitmix64: for a given state, no two values have one result.</summary>
    private void Stir(ulong kind, ulong value)
    {
        ulong mixed = BitOperations.RotateLeft(state, 23) + kind ^ value;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        state = mixed ^ (mixed >> 31);
    }
}
