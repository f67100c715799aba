namespace CustomerTouchpoints.Engine.Health;

/// <summary>One question about a host's health.</summary>
internal interface IHealthQuestion
{
    /// <summary>Notes what it finds.</summary>
    ValueTask AskAsync(Examination examination, CancellationToken cancellationToken);
}
