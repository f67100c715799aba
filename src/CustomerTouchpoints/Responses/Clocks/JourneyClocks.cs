using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>The response clocks of a journey, and of a decision about it.</summary>
internal static class JourneyClocks
{
    extension(JourneySnapshot journey)
    {
        /// <summary>What the journey remembers of its response clocks.</summary>
        public ClockMemory Clocks => journey.Memory<ClockMemory>() ?? ClockMemory.Empty;
    }

    extension(Deliberation deliberation)
    {
        /// <summary>A calendar by its version: of this definition, or of an earlier one that the store remembers.</summary>
        public BusinessCalendar CalendarOf(string version) =>
            deliberation.Definition.Responses?.FindCalendar(version)
            ?? deliberation.Settings.Calendars.Find(version)
            ?? BusinessCalendar.AlwaysOpen;
    }
}
