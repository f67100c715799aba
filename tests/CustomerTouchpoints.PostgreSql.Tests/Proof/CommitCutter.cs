using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>
/// Cuts connections when it is told to: just when the server says that it has committed, so that the client never hears of it; or just when
/// the client sends, so that the server never does.
/// </summary>
internal sealed class CommitCutter(int server) : Line(server)
{
    private int replies;
    private int requests;
    private int struck;

    /// <summary>How many connections were cut.</summary>
    public int Struck => Volatile.Read(ref struck);

    /// <summary>The next answer to a COMMIT does not arrive.</summary>
    public void CutNextReply() => Interlocked.Exchange(ref replies, 1);

    /// <summary>The next large request, such as a batch of rows with its COMMIT, does not arrive.</summary>
    public void CutNextRequest() => Interlocked.Exchange(ref requests, 1);

    protected override (Judge ToServer, Judge ToClient) Begin() =>
        (chunk => CutIf(chunk.Length > 1000, ref requests), chunk => CutIf(chunk.IndexOf("COMMIT\0"u8) >= 0, ref replies));

    private Passage CutIf(bool fits, ref int wanted)
    {
        if (!fits || Interlocked.Exchange(ref wanted, 0) == 0)
        {
            return Passage.Granted;
        }

        Interlocked.Increment(ref struck);
        return Passage.Cut;
    }
}
