namespace SupportDesk.Reading;

/// <summary>A row of a log.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Case">The case's name in the log.</param>
/// <param name="Activity">What happened, in the log's words.</param>
/// <param name="At">When, in UTC.</param>
internal sealed record LogRow(int Line, string Case, string Activity, DateTimeOffset At);
