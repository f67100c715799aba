using System.Globalization;
using System.Text.Json;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Lifecycles.Versions;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>
/// Compares the registered versions with those that the store has carried: refuses what contradicts or strands, and brings journeys
/// forward.
/// </summary>
internal sealed class VersionLedger(
    ITouchpointStore store,
    StoreTurn turn,
    LifecycleRegistry lifecycles,
    CalendarBook calendars,
    StoreTime time,
    ILogger<VersionLedger> logger,
    IHostEnvironment? environment = null
)
{
    private const string Deployment = "deployment";

    /// <summary>What adopting the registered versions would do to the journeys in the store. Changes nothing.</summary>
    public async Task<UpgradeReport> PlanAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<DefinitionRow> known = await store.ReadDefinitionsAsync(cancellationToken).ConfigureAwait(false);
        return await PlanAsync(known, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Adopts the registered versions. Journeys of versions that are gone become due, and go on under the newest when their turn comes or
    /// something touches them.
    /// </summary>
    /// <exception cref="InvalidSetupException">A version contradicts what the store has carried, is older than that, or would strand
    /// journeys.</exception>
    public async Task AdoptAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<DefinitionRow> known = await store.ReadDefinitionsAsync(cancellationToken).ConfigureAwait(false);
        UpgradeReport plan = await PlanAsync(known, cancellationToken).ConfigureAwait(false);
        Fault[] faults = [.. Newer(known), .. Changed(known), .. Stranded(plan)];
        if (faults.Length > 0)
        {
            throw new InvalidSetupException(faults);
        }

        DefinitionRow[] rows = [.. Adopted(known), .. Gone(known).Select(row => row with { IsRetired = true })];
        if (rows.Length > 0)
        {
            DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
            var writes = new BatchWrites
            {
                Definitions = rows,
                Operations =
                [
                    .. rows.Select(row => new OperationRow(
                        now,
                        Words(row),
                        row.IsRetired ? "Retired" : "Adopted",
                        Deployment,
                        Reason(row, plan)
                    )),
                ],
                Recalls =
                [
                    .. rows.Where(row => row.IsRetired || Of(known, row) is { IsRetired: false })
                        .Select(row => new Recall.OfVersion(now, row.Lifecycle, row.Version)),
                ],
            };
            await turn.CommitAsync(_ => writes, cancellationToken).ConfigureAwait(false);
            foreach (DefinitionRow row in rows)
            {
                ProcessingLog.VersionKept(logger, row.Lifecycle, row.Version, row.IsRetired ? "retired" : "adopted");
            }
        }

        foreach (LifecycleOutline outline in known.Concat(rows).Select(OutlineOf))
        {
            calendars.Read(outline.Words.Concat(outline.FormerCalendars ?? []));
        }

        lifecycles.Remembered = known
            .Concat(rows)
            .GroupBy(row => (row.Lifecycle, row.Version))
            .ToDictionary(row => row.Key, row => OutlineOf(row.Last()));
    }

    private async Task<UpgradeReport> PlanAsync(IReadOnlyList<DefinitionRow> known, CancellationToken cancellationToken)
    {
        var moves = new List<JourneyMove>();
        var skipped = new List<SkippedMessages>();
        foreach (DefinitionRow row in Gone(known))
        {
            LifecycleDefinition newest = NewestOf(row.Lifecycle)!;
            VersionMap map = newest.MapFrom(row.Version);
            VersionCensus census = await store.CountAsync(row.Lifecycle, row.Version, cancellationToken).ConfigureAwait(false);
            moves.AddRange(
                census.Journeys.Select(count => new JourneyMove(
                    row.Lifecycle,
                    row.Version,
                    newest.Version,
                    count.Key,
                    count.Key is { } state ? newest.FindState(map.StateOf(state))?.Name : null,
                    count.Value
                ))
            );
            skipped.AddRange(
                census
                    .Messages.Where(count => newest.FindRule(count.Key) is null)
                    .Select(count => new SkippedMessages(row.Lifecycle, row.Version, newest.Version, count.Key, count.Value))
            );
        }

        return new UpgradeReport(moves, skipped);
    }

    /// <summary>
    /// Versions that are new to the store, or were retired, or have changed. The journeys of one that has changed are recalled, and the
    /// calendars that it named are kept: clocks have run under them.
    /// </summary>
    private IEnumerable<DefinitionRow> Adopted(IReadOnlyList<DefinitionRow> known)
    {
        foreach (DefinitionRow row in lifecycles.All.Select(ToRow))
        {
            if (Of(known, row) is not { } before)
            {
                yield return row;
            }
            else if (before.IsRetired || before.Fingerprint != row.Fingerprint)
            {
                LifecycleOutline outline = OutlineOf(row);
                LifecycleOutline earlier = OutlineOf(before);
                string[] former =
                [
                    .. earlier
                        .Words.Where(CalendarBook.IsOfCalendar)
                        .Concat(earlier.FormerCalendars ?? [])
                        .Except(outline.Words)
                        .Distinct(),
                ];
                yield return former.Length == 0 ? row : row with { Outline = TextOf(outline with { FormerCalendars = former }) };
            }
        }
    }

    private static DefinitionRow? Of(IReadOnlyList<DefinitionRow> known, DefinitionRow row) =>
        known.FirstOrDefault(other => other.Lifecycle == row.Lifecycle && other.Version == row.Version);

    /// <summary>Versions that the store has carried, whose class is gone and which a newer version replaces.</summary>
    private IEnumerable<DefinitionRow> Gone(IReadOnlyList<DefinitionRow> known) =>
        known.Where(row =>
            !row.IsRetired
            && NewestOf(row.Lifecycle) is { } newest
            && row.Version < newest.Version
            && !lifecycles.All.Any(definition => definition.Name == row.Lifecycle && definition.Version == row.Version)
        );

    private IEnumerable<Fault> Newer(IReadOnlyList<DefinitionRow> known) =>
        from newest in lifecycles.Newest
        let carried = known.Where(row => row.Lifecycle == newest.Name).Max(row => (int?)row.Version)
        where carried > newest.Version
        select new Fault(
            $"{newest.Name}: {Words(newest.Version)}",
            $"the store has carried version {carried} of it",
            $"register version {carried} again, beside this one if need be, or give this host another store"
        );

    private IEnumerable<Fault> Changed(IReadOnlyList<DefinitionRow> known)
    {
        foreach (LifecycleDefinition definition in lifecycles.All)
        {
            if (
                known.FirstOrDefault(row => row.Lifecycle == definition.Name && row.Version == definition.Version) is not { } row
                || row.Fingerprint == definition.Outline.Fingerprint
            )
            {
                continue;
            }

            string differences = definition.Outline.Differences(OutlineOf(row));
            if (environment?.IsDevelopment() == true)
            {
                ProcessingLog.VersionChanged(logger, definition.Name, definition.Version, differences);
                continue;
            }

            yield return new Fault(
                $"{definition.Name}: {Words(definition.Version)}",
                $"it is not the version {definition.Version} that the store has carried ({definition.Outline.Fingerprint} instead of "
                    + $"{row.Fingerprint}): {differences}",
                $"take the change back, or make it version {definition.Version + 1} and say with FromVersion({definition.Version}) what "
                    + $"became of renamed states and rules. While you develop, start with DOTNET_ENVIRONMENT=Development: there a "
                    + "change is taken over under its number (this host runs as "
                    + $"{environment?.EnvironmentName ?? "Production"}, which is what a console host is unless told otherwise)"
            );
        }
    }

    private static IEnumerable<Fault> Stranded(UpgradeReport plan) =>
        plan
            .Journeys.Where(move => move.IsStranded)
            .Select(move => new Fault(
                $"{move.Lifecycle}: {Words(move.To)}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{move.Count} journeys of version {move.From} are in {move.State}, which is no more"
                ),
                $"say where they go on with FromVersion({move.From}).State(\"{move.State}\", becomes: ...), or register version "
                    + $"{move.From} beside this one"
            ));

    private LifecycleDefinition? NewestOf(string lifecycle) => lifecycles.Newest.FirstOrDefault(definition => definition.Name == lifecycle);

    private static DefinitionRow ToRow(LifecycleDefinition definition) =>
        new()
        {
            Lifecycle = definition.Name,
            Version = definition.Version,
            Fingerprint = definition.Outline.Fingerprint,
            Outline = TextOf(definition.Outline),
            IsRetired = false,
        };

    private static string TextOf(LifecycleOutline outline) => JsonSerializer.Serialize(outline, RowJson.Default.LifecycleOutline);

    private static LifecycleOutline OutlineOf(DefinitionRow row) =>
        JsonSerializer.Deserialize(row.Outline, RowJson.Default.LifecycleOutline)!;

    private static string Reason(DefinitionRow row, UpgradeReport plan) =>
        row.IsRetired
            ? string.Join(
                "; ",
                plan.Journeys.Where(move => move.Lifecycle == row.Lifecycle && move.From == row.Version)
                    .Select(move => move.ToString())
                    .DefaultIfEmpty("no journey follows it")
            )
            : $"fingerprint {row.Fingerprint}";

    private static string Words(DefinitionRow row) => $"{row.Lifecycle} {Words(row.Version)}";

    private static string Words(int version) => string.Create(CultureInfo.InvariantCulture, $"version {version}");
}
