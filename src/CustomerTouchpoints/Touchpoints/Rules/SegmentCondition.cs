namespace CustomerTouchpoints.Touchpoints.Rules;

/// <summary>That a rule tells those of a segment alone, or all but them.</summary>
/// <param name="Segment">The segment's name.</param>
/// <param name="Excludes">Whether it leaves them out.</param>
internal sealed record SegmentCondition(string Segment, bool Excludes);
