namespace CustomerTouchpoints.Inquiries;

/// <summary>Which open inquiries are asked for. What is null or false does not matter; all that is given must hold.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record InquiryQuery
{
    /// <summary>Those that this representative has.</summary>
    public string? Representative { get; init; }

    /// <summary>Those of this team.</summary>
    public string? Team { get; init; }

    /// <summary>Those that no representative has.</summary>
    public bool IsUnassigned { get; init; }

    /// <summary>Those of which a target or a promise is missed, or will be within this span if nothing happens.</summary>
    public TimeSpan? AtRiskWithin { get; init; }

    /// <summary>Those about this topic.</summary>
    public string? Topic { get; init; }

    /// <summary>Those after this one in the order of reading: <see cref="InquirySummary.Cursor"/> of the last one that was read.</summary>
    public string? After { get; init; }
}
