namespace SupportDesk.Desk;

/// <summary>A log that has happened again.</summary>
/// <param name="Cases">Its cases, in the order in which they opened.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Took">How long the replay took.</param>
/// <param name="End">The log's last instant.</param>
internal sealed record DeskHistory(IReadOnlyList<DeskCase> Cases, int Rows, TimeSpan Took, DateTimeOffset End);
