namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>One fact of a day, after a pause.</summary>
internal sealed record Moment(string Name, string Order, int Id, bool NamesCustomer, int HoursLate, int PauseHours, bool Switches);
