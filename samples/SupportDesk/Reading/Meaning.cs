namespace SupportDesk.Reading;

/// <summary>What an activity of a log means for its case.</summary>
internal enum Meaning
{
    /// <summary>Nothing.</summary>
    Ignored,

    /// <summary>Somebody works on it.</summary>
    Worked,

    /// <summary>The customer was answered.</summary>
    Answered,

    /// <summary>It waits for the customer.</summary>
    Waits,

    /// <summary>It is solved.</summary>
    Resolved,

    /// <summary>It is put away.</summary>
    Closed,
}
