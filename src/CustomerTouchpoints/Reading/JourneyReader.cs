using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Reading;

/// <summary>Reads one journey with everything that belongs to it.</summary>
internal sealed class JourneyReader(ITouchpointStore store, LifecycleRegistry lifecycles)
{
    /// <summary>More than any journey has: one page holds them all.</summary>
    private const int All = int.MaxValue;

    public async Task<JourneyView?> FindAsync(JourneyId id, CancellationToken cancellationToken)
    {
        if (await store.ReadJourneysAsync([id], cancellationToken).ConfigureAwait(false) is not [var row])
        {
            return null;
        }

        JourneySnapshot journey = JourneyRows.ToSnapshot(row);
        LifecycleDefinition? definition = DefinitionOf(journey);
        IReadOnlyList<TouchpointRow> touchpoints = await store.ReadTouchpointsAsync(id, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ClockRow> clocks = await store
            .ReadClocksAsync(new ClockQuery { Journey = id }, null, All, cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<PromiseRow> promises = await store
            .ReadPromisesAsync(new PromiseQuery { Journey = id }, null, All, cancellationToken)
            .ConfigureAwait(false);
        return new JourneyView
        {
            Id = id,
            Version = row.Version,
            State = row.State,
            Says = row.State is { } state ? definition?.FindState(state)?.Says : null,
            Line = [.. definition?.Line.Select((step, index) => ToView(step, index, journey)) ?? []],
            Standing = JourneyRows.StandingOf(row),
            CreatedAt = row.CreatedAt,
            Since = row.State is { } current ? journey.VisitOf(current)?.Since : null,
            Sequence = row.Sequence,
            DueAt = row.DueAt,
            Parties = journey.Parties.ToDictionary(party => party.Role, party => party.Customer),
            Accepts = definition is null ? [] : AcceptedEvents.Of(definition, journey),
            Touchpoints = [.. touchpoints.Select(RowViews.ToView)],
            LeftOut = journey.TouchpointMemory.LeftOut,
            Clocks = [.. clocks.Select(RowViews.ToView)],
            OpenPromises = [.. promises.Where(promise => promise.Status is PromiseStatus.Open).Select(RowViews.ToView)],
            OverduePromises =
            [
                .. promises.Where(promise => promise is { Status: PromiseStatus.Broken, EndedAt: null }).Select(RowViews.ToView),
            ],
        };
    }

    private static StepView ToView(LineStep step, int index, JourneySnapshot journey) =>
        new()
        {
            State = step.State.Name,
            Says = step.State.Says,
            IsReached = index <= journey.Mark,
            ReachedAt = index <= journey.Mark ? journey.VisitOf(step.State.Name)?.Since : null,
        };

    /// <summary>The version that it follows, where this host has it.</summary>
    private LifecycleDefinition? DefinitionOf(JourneySnapshot journey) =>
        lifecycles.All.FirstOrDefault(definition => definition.Name == journey.Id.Lifecycle && definition.Version == journey.Version);
}
