using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>By target and state alone, whatever the way there: through a reopening, another target, another version.</summary>
internal sealed class ClocksStandStill : ILaw
{
    public string Words => "a clock stands still while its target says so, and at no other time";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        foreach (JourneyClock clock in after.Clocks.All.Where(clock => clock.IsOpen) ?? [])
        {
            ResponseTarget target = book.Definition.Responses!.TargetsOf(clock.Clock)[clock.Place - 1];
            Attendance attendance = book.Definition.Responses.AttendanceIn(after.State!);
            bool standsStill = target.Metric switch
            {
                ResponseMetric.RequesterWait => attendance == Attendance.WaitsForCustomer,
                ResponseMetric.WorkTime when target.Draft.States.Count > 0 => !target.Draft.States.Any(state =>
                    book.Definition.ChainOf(after.State!).Contains(state.Name)
                ),
                ResponseMetric.WorkTime => attendance != Attendance.Worked,
                _ => target.Draft.PausesWhileWaiting && attendance == Attendance.WaitsForCustomer,
            };
            if (standsStill != (clock.Status == ClockStatus.Paused))
            {
                yield return $"{clock.Clock} is {clock.Status} in {after.State}, where {attendance}: {clock.Reason}";
            }
        }
    }
}
