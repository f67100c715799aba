namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>How many rows of other tables belong to a journey: its row says so, so that one that is missing there is missed.</summary>
/// <param name="Events">Event keys.</param>
/// <param name="Touchpoints">Touchpoints.</param>
/// <param name="Parties">Roles that are filled.</param>
/// <param name="Clocks">Response clocks.</param>
/// <param name="Promises">Promises.</param>
internal readonly record struct JourneyContents(long Events, long Touchpoints, long Parties, long Clocks, long Promises)
{
    public static JourneyContents operator +(JourneyContents one, JourneyContents other) =>
        new(
            one.Events + other.Events,
            one.Touchpoints + other.Touchpoints,
            one.Parties + other.Parties,
            one.Clocks + other.Clocks,
            one.Promises + other.Promises
        );

    public static void Require(long found, long written, string table, JourneyId journey) =>
        Damage.Require(found == written, table, journey, $"{written} were written, and {found} are found");
}
