namespace CustomerTouchpoints.Lifecycles.Language;

/// <summary>Which of the host's guards, conditions and selectors runs at the moment, for those who watch that it ends.</summary>
/// <remarks>Written by whoever decides, one at a time; read from anywhere.</remarks>
internal sealed class RunningCondition
{
    private volatile string? description;

    /// <summary>The description of the one that runs, or that ran last in this decision; null before there was one.</summary>
    public string? Description
    {
        get => description;
        set => description = value;
    }
}
