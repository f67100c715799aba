namespace CustomerTouchpoints.Sqlite;

/// <summary>When a commit waits for the disk.</summary>
public enum SqliteSynchronous
{
    /// <summary>Every commit waits until the disk has it: what was acknowledged survives the loss of power.</summary>
    Full,

    /// <summary>
    /// Commits wait only now and then: what was acknowledged survives the death of the process, but the loss of power can take the latest
    /// commits.
    /// </summary>
    Normal,
}
