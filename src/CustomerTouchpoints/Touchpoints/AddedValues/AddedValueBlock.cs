using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints.AddedValues;

/// <summary>A block of added value, as a host has declared it.</summary>
/// <param name="Name">Its name, which is that of its template.</param>
internal sealed record AddedValueBlock(string Name)
{
    /// <summary>What kind of content it is: promotional needs consent, service does not.</summary>
    public Category Category { get; init; } = Category.Promotional;

    /// <summary>What it is about; null where it says a category alone.</summary>
    public Topic? Topic { get; init; }

    /// <summary>Whom it is for alone, and whom it leaves out.</summary>
    public IReadOnlyList<SegmentCondition> Segments { get; init; } = [];

    /// <summary>How often one customer sees it at most.</summary>
    public int AtMost { get; init; } = 1;
}
