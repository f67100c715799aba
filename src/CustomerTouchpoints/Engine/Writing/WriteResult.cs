namespace CustomerTouchpoints.Engine.Writing;

/// <summary>What a step of the writer did.</summary>
/// <param name="Taken">How many submissions it took.</param>
/// <param name="Failed">How many of them could not be committed.</param>
/// <param name="HasWritten">Whether anything was written.</param>
internal readonly record struct WriteResult(int Taken, int Failed, bool HasWritten)
{
    /// <summary>There was something, and all of it went through.</summary>
    public bool IsThrough => Taken > 0 && Failed == 0;

    /// <summary>Nothing of it went through: a loop pauses then, so that what was given back does not spin.</summary>
    public bool HasFailed => Taken > 0 && Failed == Taken;

    public static WriteResult operator +(WriteResult one, WriteResult other) =>
        new(one.Taken + other.Taken, one.Failed + other.Failed, one.HasWritten || other.HasWritten);
}
