namespace CustomerTouchpoints.Storage.Memory;

/// <summary>
/// What in-memory stores hold, and who may write it: the owner of the latest term. A host that was overtaken by another is refused, however
/// late it wakes. Thread-safe; readers take no lock.
/// </summary>
internal sealed class InMemoryDatabase
{
    private readonly Lock writing = new();
    private volatile InMemoryData data = InMemoryData.Empty;
    private InMemoryBatch? open;
    private long term;

    /// <summary>What was committed.</summary>
    public InMemoryData Data => data;

    /// <summary>Begins a new term, whose number is returned; the batch of an earlier one can't commit any more.</summary>
    public long Open()
    {
        lock (writing)
        {
            open = null;
            data = data.InTerm(++term);
            return term;
        }
    }

    /// <summary>Leaves the batch that is open in a term.</summary>
    public void Close(long owner)
    {
        lock (writing)
        {
            open = owner == term ? null : open;
        }
    }

    public InMemoryBatch Begin(long owner, BatchKeys keys)
    {
        lock (writing)
        {
            RequireCurrent(owner);
            return open = open is null
                ? new InMemoryBatch(this, owner, data, keys)
                : throw new InvalidOperationException("A batch is open already: commit and dispose it before the next begins.");
        }
    }

    public void Commit(InMemoryBatch batch, Func<InMemoryData, InMemoryData> next)
    {
        lock (writing)
        {
            RequireCurrent(batch.Term);
            if (open != batch)
            {
                throw new InvalidOperationException("This batch is over: it was committed, disposed, or its commit failed. Begin another.");
            }

            open = null;
            data = next(data);
        }
    }

    public void Release(InMemoryBatch batch)
    {
        lock (writing)
        {
            open = open == batch ? null : open;
        }
    }

    private void RequireCurrent(long owner)
    {
        if (owner != term)
        {
            throw new StoreUnavailableException(
                $"The store was opened anew in term {term}: nothing of this batch of term {owner} was stored. Restart this host."
            );
        }
    }
}
