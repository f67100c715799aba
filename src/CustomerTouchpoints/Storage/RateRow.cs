namespace CustomerTouchpoints.Storage;

/// <summary>What is taken of one rate, by all hosts.</summary>
/// <param name="Key">Which rate; unique.</param>
/// <param name="Ledger">Its ledger, as a text of the engine's.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record RateRow(string Key, string Ledger);
