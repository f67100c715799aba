using System.Data.Common;

namespace CustomerTouchpoints.Load.Stores;

/// <summary>An empty file or schema, for one side and one round. Disposing removes it.</summary>
internal abstract class Place : IAsyncDisposable
{
    /// <summary>How to reach it, and nothing else in the same database.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>What the names of our tables begin with there.</summary>
    public abstract string Prefix { get; }

    /// <summary>Has our side keep its rows here.</summary>
    public abstract void Choose(TouchpointsBuilder touchpoints);

    /// <summary>An open connection, for whoever counts.</summary>
    public abstract Task<DbConnection> ConnectAsync();

    /// <summary>Has the store know how much it holds, as one that has been in use does.</summary>
    public virtual Task AnalyzeAsync() => Task.CompletedTask;

    public abstract ValueTask DisposeAsync();
}
