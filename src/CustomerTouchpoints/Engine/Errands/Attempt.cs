using System.Collections.Immutable;
using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Rates;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Errands;

/// <summary>An attempt that is stored and now to be made: everything that is needed to render and send the message.</summary>
internal sealed record Attempt : Errand
{
    /// <summary>The touchpoint, as it was stored with this errand.</summary>
    public required OpenTouchpoint Touchpoint { get; init; }

    public required Recipient.Known Recipient { get; init; }

    public Customer Customer => Recipient.Customer;

    /// <summary>The key of its rule, and those it had in earlier versions.</summary>
    public required IReadOnlyList<string> RuleKeys { get; init; }

    /// <summary>The deadlines that the message tells.</summary>
    public IReadOnlyList<ToldDeadline> Deadlines { get; init; } = [];

    public required JsonElement Data { get; init; }

    public string? StateWords { get; init; }

    public int? Step { get; init; }

    public int? Steps { get; init; }

    /// <summary>The lifecycle, as the journey knew it when the attempt was begun.</summary>
    public required LifecycleDefinition Definition { get; init; }

    /// <summary>Which states the journey had visited by then.</summary>
    public ImmutableArray<Visit> Visits { get; init; } = [];

    /// <summary>
    /// The reading of the stopwatch when its lease was given, before the commit. Clocks may be set meanwhile; leases and waits must not
    /// follow them.
    /// </summary>
    public required long LeasedAt { get; init; }

    /// <summary>Its token of the rates under which it is sent; null where there are none.</summary>
    public RateToken? Token { get; init; }

    public override void GiveBack()
    {
        base.GiveBack();
        Token?.Close();
    }

    /// <summary>The attempt that a journey has just begun.</summary>
    public static Attempt Of(
        JourneySnapshot journey,
        LifecycleDefinition definition,
        OpenTouchpoint touchpoint,
        Recipient.Known recipient,
        ErrandPool pool,
        long leasedAt
    ) =>
        new()
        {
            Journey = journey.Id,
            Pool = pool,
            Touchpoint = touchpoint,
            RuleKeys = definition.KeysOf(touchpoint.Rule),
            Recipient = recipient,
            LeasedAt = leasedAt,
            Deadlines = touchpoint.Deadlines ?? [],
            Data =
                touchpoint is { Contents: not null, Data: { } items } ? items
                : touchpoint.Data is { } own ? journey.Data.Merge(own, onlyMissing: false).Element
                : journey.Data.Element,
            StateWords = touchpoint.Contents is null && journey.State is { } state ? definition.FindState(state)?.Says : null,
            Step = touchpoint.Contents is null ? (touchpoint.Step ?? (journey.Mark >= 0 ? journey.Mark : null)) + 1 : null,
            Steps = touchpoint.Contents is null && definition.Line.Count > 0 ? definition.Line.Count : null,
            Definition = definition,
            Visits = journey.Visits,
        };

    /// <summary>The steps of the journey's line up to the one that the message tells, each with when it was reached.</summary>
    public IReadOnlyList<LineProgress> Line()
    {
        var line = new LineProgress[Definition.Line.Count];
        for (int i = 0; i < line.Length; i++)
        {
            State state = Definition.Line[i].State;
            line[i] = new LineProgress(state.Name, state.Says, i < Step ? SinceWhen(state.Name) : null);
        }

        return line;
    }

    private DateTimeOffset? SinceWhen(string state)
    {
        foreach (Visit visit in Visits)
        {
            if (visit.Scope == state)
            {
                return visit.Since;
            }
        }

        return null;
    }
}
