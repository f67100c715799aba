using System.Data.Common;
using CustomerTouchpoints.Knowledge.Indexing;
using CustomerTouchpoints.Knowledge.Searching;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>How a candidate is read.</summary>
internal static class CandidateRow
{
    /// <summary>Reads the columns key, kind, text, stems.</summary>
    public static Candidate Read(DbDataReader row) =>
        new(row.GetInt64(0), (PhraseKind)row.GetInt32(1), row.GetString(2), row.GetString(3));
}
