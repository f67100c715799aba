namespace CustomerTouchpoints.PostgreSql.Tests.Servers;

/// <summary>
/// Can let every connection that there is fall silent: nothing arrives any more, and nobody is told. New connections work.
/// </summary>
internal sealed class StallingLine(int server) : Line(server)
{
    private int era;

    public void Stall() => Interlocked.Increment(ref era);

    protected override (Judge ToServer, Judge ToClient) Begin()
    {
        int begun = Volatile.Read(ref era);
        return (OfThisEra, OfThisEra);

        Passage OfThisEra(ReadOnlySpan<byte> chunk) => Volatile.Read(ref era) == begun ? Passage.Granted : Passage.Lost;
    }
}
