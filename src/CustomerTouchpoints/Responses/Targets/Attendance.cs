namespace CustomerTouchpoints.Responses.Targets;

/// <summary>Whose turn it is in a state.</summary>
internal enum Attendance
{
    /// <summary>The customer waits for us.</summary>
    WaitsForUs,

    /// <summary>The customer waits for us, and we work on it.</summary>
    Worked,

    /// <summary>We wait for the customer.</summary>
    WaitsForCustomer,
}
