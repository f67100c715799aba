namespace CustomerTouchpoints.Engine.Rates;

/// <summary>What an attempt has of the rates under which it is sent: one token of each. Thread-safe.</summary>
internal sealed class RateToken(RateBook book, IReadOnlyList<(RatePurse Purse, RateLot Lot)> parts)
{
    private const int Begun = 1;
    private const int Closed = 2;

    private int stage;

    public IReadOnlyList<(RatePurse Purse, RateLot Lot)> Parts => parts;

    /// <summary>Waits for the moment from which it may be used: a fraction of a second at the most.</summary>
    public async Task WaitAsync(TimeProvider time)
    {
        while (book.UntilFrom(this) is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)), time, CancellationToken.None)
                .ConfigureAwait(false);
        }
    }

    /// <summary>The call begins now, unless its token was leased too long ago.</summary>
    public bool TryBegin()
    {
        if (!book.MayBegin(this))
        {
            return false;
        }

        stage = Begun;
        return true;
    }

    /// <summary>The call has come back; or it never began, and the token is given back.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref stage, Closed) is var before && before != Closed)
        {
            book.Close(this, wasUsed: before == Begun);
        }
    }
}
