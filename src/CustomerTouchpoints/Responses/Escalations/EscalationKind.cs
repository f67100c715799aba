namespace CustomerTouchpoints.Responses;

/// <summary>Why somebody is told of a response clock.</summary>
public enum EscalationKind
{
    /// <summary>A share of the target is used at which it warns.</summary>
    Warning,

    /// <summary>The target was missed.</summary>
    Breach,
}
