using CustomerTouchpoints.Operations;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>What is paused, what may be, and what was done.</summary>
/// <param name="Pauses">The pauses in force.</param>
/// <param name="Scopes">Everything that may be paused, as it is written.</param>
/// <param name="Operations">What operators did, the newest first.</param>
/// <param name="IsCut">Whether there is more than is shown.</param>
internal sealed record SwitchesModel(
    IReadOnlyList<Pause> Pauses,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<Operation> Operations,
    bool IsCut
);
