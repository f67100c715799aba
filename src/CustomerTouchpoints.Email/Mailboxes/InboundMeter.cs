using System.Diagnostics.Metrics;
using CustomerTouchpoints.Diagnostics;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>Counts mail that has come in, by what it is and what came of it.</summary>
internal static class InboundMeter
{
    private static readonly Meter Meter = new(TouchpointsTelemetry.MeterName);

    private static readonly Counter<long> Mails = Meter.CreateCounter<long>(
        "touchpoints.mail.received",
        "{mail}",
        "Mail that has come in, by kind and outcome"
    );

    public static void Took(InboundMailResult result) =>
        Mails.Add(1, new("kind", result.Report.Kind.ToString()), new("outcome", result.Outcome.ToString()));
}
