using System.Text.Json;

namespace CustomerTouchpoints.Samples.Tests.SupportDesk;

/// <summary>A map of a test: meanings are the activities' own names, in capitals.</summary>
internal sealed record DeskHours(
    string Zone,
    IReadOnlyDictionary<string, (string From, string To)[]>? Days,
    double? Target,
    double? BusinessTarget
)
{
    private static readonly string[] Meanings = ["worked", "answered", "waits", "resolved", "closed", "ignored"];

    public static DeskHours Office { get; } =
        new(
            "Europe/Rome",
            new Dictionary<string, (string, string)[]>
            {
                ["mon"] = [("09:00", "13:00"), ("14:00", "18:00")],
                ["tue"] = [("09:00", "13:00"), ("14:00", "18:00")],
                ["wed"] = [("09:00", "18:00")],
                ["thu"] = [("09:00", "13:00"), ("14:00", "18:00")],
                ["fri"] = [("22:00", "06:00")],
            },
            Target: 24,
            BusinessTarget: 8
        );

    public string Json =>
        JsonSerializer.Serialize(
            new Dictionary<string, object?>
            {
                ["zone"] = Zone,
                ["hours"] = Days?.ToDictionary(day => day.Key, day => day.Value.ToDictionary(hours => hours.From, hours => hours.To)),
                ["target_hours"] = Target,
                ["target_business_hours"] = BusinessTarget,
                ["map"] = Meanings.ToDictionary(meaning => meaning.ToUpperInvariant()),
            }
        );
}
