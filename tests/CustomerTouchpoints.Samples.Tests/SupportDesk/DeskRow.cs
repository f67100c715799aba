namespace CustomerTouchpoints.Samples.Tests.SupportDesk;

/// <summary>A row of a log as a test knows it, before it is written in one way or another.</summary>
internal sealed record DeskRow(string Case, string Activity, DateTime AtUtc);
