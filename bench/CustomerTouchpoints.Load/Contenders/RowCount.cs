namespace CustomerTouchpoints.Load.Contenders;

/// <summary>How many rows of one meaning there are.</summary>
internal sealed record RowCount(string Meaning, long Count);
