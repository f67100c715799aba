namespace CustomerTouchpoints.Touchpoints.AddedValues;

/// <summary>What decisions about added value depend on.</summary>
/// <param name="Blocks">What the host has declared, in its order.</param>
/// <param name="AtMost">How many blocks one customer gets at most.</param>
/// <param name="Within">Within which span.</param>
internal sealed record AddedValueSettings(IReadOnlyList<AddedValueBlock> Blocks, int AtMost, TimeSpan Within)
{
    public static AddedValueSettings None { get; } = new([], 1, TimeSpan.FromDays(7));

    /// <summary>Whether messages by a channel have room for it.</summary>
    public Func<Channel, bool> HasRoom { get; init; } = _ => true;

    /// <summary>Whether a block can be read in the language of a message: by the block, the message's template, the channel and the
    /// culture of the customer.</summary>
    public Func<string, string, Channel, string, bool> IsWritten { get; init; } = (_, _, _, _) => true;
}
