namespace CustomerTouchpoints.Inquiries.Estimates;

/// <summary>One inquiry that waits, or has waited.</summary>
internal sealed class Wait(string inquiry, DateTimeOffset openedAt, IReadOnlyList<WaitGroup> groups)
{
    public string Inquiry { get; } = inquiry;

    public DateTimeOffset OpenedAt { get; } = openedAt;

    /// <summary>The groups that it belongs to, the narrowest first.</summary>
    public IReadOnlyList<WaitGroup> Groups { get; } = groups;

    /// <summary>When it was solved; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What its estimate was made of; null where nothing was said.</summary>
    public WaitLengths? Estimate { get; set; }

    /// <summary>For how many seconds it has waited by an instant.</summary>
    public double SecondsBy(DateTimeOffset at) => Math.Max(0, ((EndedAt ?? at) - OpenedAt).TotalSeconds);
}
