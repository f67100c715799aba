using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>The bulkheads of one host, for those who look after it. Thread-safe.</summary>
internal sealed class BulkheadBook(IOptions<TouchpointsOptions> options)
{
    private readonly ConcurrentBag<Bulkhead> bulkheads = [];

    /// <summary>Those whose code has passed its deadline and has still not returned.</summary>
    public IEnumerable<Bulkhead> Overdue => bulkheads.Where(bulkhead => bulkhead.Overdue > 0);

    /// <summary>Makes a bulkhead.</summary>
    /// <param name="name">Whose code it is, in words.</param>
    /// <param name="threads">How many threads it may block at once, where hosted workers run the engine.</param>
    /// <param name="goesOnThere">Whether those who wait for a call go on where it ended.</param>
    public Bulkhead Add(string name, int threads, bool goesOnThere = false)
    {
        var bulkhead = new Bulkhead(name, options.Value.RunWorkers ? threads : null, goesOnThere);
        bulkheads.Add(bulkhead);
        return bulkhead;
    }
}
