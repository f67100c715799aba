using CustomerTouchpoints.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// Cultures and time zones from the directory that nobody understands: each value is told once, each answer is counted. Thread-safe.
/// </summary>
internal sealed class UnreadableTraits(ILogger logger)
{
    private readonly ToldOnce<(string Trait, string Value)> told = new();

    public void Culture(string value) => Note("culture", value, "write a BCP 47 tag such as fr-CA; the default culture is used");

    public void TimeZone(string value) =>
        Note("time zone", value, "write an IANA name such as Europe/Rome, or that of Windows; the default time zone is used");

    private void Note(string trait, string value, string remedy)
    {
        Telemetry.Unreadable(trait);
        if (told.IsDue((trait, value)))
        {
            DirectoryLog.Unreadable(logger, trait, Identifier.Shown(value), remedy);
        }
    }
}
