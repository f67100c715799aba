using System.Globalization;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>Messages that wait, of a rule that the newer version does not have.</summary>
/// <param name="Lifecycle">The lifecycle's name.</param>
/// <param name="From">The version that planned them.</param>
/// <param name="To">The version without their rule.</param>
/// <param name="Rule">The rule's key.</param>
/// <param name="Count">How many there are.</param>
public sealed record SkippedMessages(string Lifecycle, int From, int To, string Rule, long Count)
{
    /// <summary>The finding as one line.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Lifecycle} {From} → {To}: rule {Rule} is no more: {Count} messages that wait will be skipped"
        );
}
