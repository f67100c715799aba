using System.Collections.Immutable;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys;

/// <summary>A journey under the names of another version: what was stored under the old ones is found under the new.</summary>
internal static class VersionNames
{
    public static void Replace(JourneySnapshot journey, Change.VersionRaised raised)
    {
        string Renamed(string scope) => raised.States.GetValueOrDefault(scope, scope);
        string Rekeyed(string rule) => raised.Rules.GetValueOrDefault(rule, rule);
        ImmutableArray<Visit> visits =
        [
            .. journey.Visits.GroupBy(visit => Renamed(visit.Scope)).Select(united => Unite(united.Key, [.. united])),
        ];
        ImmutableArray<JourneyTimer> timers =
        [
            .. journey.Timers.Select(timer =>
                timer with
                {
                    Scope = Renamed(timer.Scope),
                    Key = TouchpointRule.OfTimer(timer.Key) is { } rule ? TouchpointRule.TimerOf(Rekeyed(rule)) : timer.Key,
                }
            ),
        ];
        ImmutableArray<OpenTouchpoint> open = [.. journey.Touchpoints.Select(Carried)];
        ImmutableArray<OpenTouchpoint>? undecided = journey.Pending is { } pending ? [.. pending.Select(Carried)] : null;
        journey.Version = raised.Version;
        journey.State = journey.State is null ? null : Renamed(journey.State);
        journey.Mark = Place(journey.Mark);
        journey.Told = [.. journey.Told.Select(told => told with { Rule = Rekeyed(told.Rule) })];
        (journey.Visits, journey.Timers, journey.Touchpoints, journey.Pending) = (visits, timers, open, undecided);

        OpenTouchpoint Carried(OpenTouchpoint carried) =>
            carried with
            {
                Template = raised.Templates.GetValueOrDefault(carried.Rule, carried.Template),
                Scope = carried.Scope is { } scope ? Renamed(scope) : null,
                Visit = journey.Visits.Any(visit => visit.Scope == carried.Scope && visit.Number == carried.Visit && visit.Lasts)
                    ? visits.First(visit => visit.Scope == Renamed(carried.Scope!)).Number
                    : carried.Visit,
                Step = carried.Step is { } step ? Place(step) : null,
            };

        int Place(int step) => step >= 0 && step < raised.Steps.Count ? raised.Steps[step] : step;
    }

    /// <summary>The visits of states that became one: the one that lasts, under a number that none of them had.</summary>
    private static Visit Unite(string scope, IReadOnlyList<Visit> visits) =>
        visits.Count == 1
            ? visits[0] with
            {
                Scope = scope,
            }
            : visits.OrderByDescending(visit => visit.Lasts).ThenByDescending(visit => visit.Since).First() with
            {
                Scope = scope,
                Number = visits.Max(visit => visit.Number) + 1,
            };
}
