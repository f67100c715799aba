using CustomerTouchpoints.AspNetCore.Dashboard.Views;
using CustomerTouchpoints.Operations;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Switches: stopping what is sent, letting it flow, dropping what waits; and the record of all that.</summary>
internal static class SwitchPages
{
    private const string Page = "/switches";
    private const int Shown = 100;

    public static void Map(DashboardRoutes routes)
    {
        routes.Page<SwitchesPage, SwitchesModel>(Page, "Switches", ReadAsync);
        routes.Act("/switches/pause", DashboardRight.Administer, PauseAsync);
        routes.Act("/switches/resume", DashboardRight.Administer, ResumeAsync);
        routes.Act("/switches/discard", DashboardRight.Administer, DiscardAsync);
    }

    private static async Task<SwitchesModel> ReadAsync(DashboardRequest request)
    {
        ITouchpointSwitches switches = request.Get<ITouchpointSwitches>();
        IReadOnlyList<Pause> pauses = await switches.CurrentAsync(request.Aborted).ConfigureAwait(false);
        IReadOnlyList<Operation> operations = await switches.HistoryAsync(Shown + 1, request.Aborted).ConfigureAwait(false);
        return new SwitchesModel(
            pauses,
            [
                SwitchScope.All.ToString(),
                .. request.Get<DashboardDefinitions>().Channels.Select(channel => $"channel:{channel}"),
                .. request
                    .Lifecycles.SelectMany(lifecycle => lifecycle.Rules.Select(rule => $"rule:{lifecycle.Name}/{rule.Key}"))
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
            [.. operations.Take(Shown)],
            operations.Count > Shown
        );
    }

    private static SwitchScope ScopeOf(DashboardAction action) => DashboardRequest.Parse(SwitchScope.Parse, action.Demand("scope"));

    private static async Task<DashboardOutcome> PauseAsync(DashboardAction action)
    {
        SwitchScope scope = ScopeOf(action);
        action.DemandConfirmation();
        bool changed = await action.Get<ITouchpointSwitches>().PauseAsync(scope, action.Reason, action.By).ConfigureAwait(false);
        return new DashboardOutcome(Page, changed ? "paused" : "as-it-was");
    }

    private static async Task<DashboardOutcome> ResumeAsync(DashboardAction action)
    {
        SwitchScope scope = ScopeOf(action);
        action.DemandConfirmation();
        bool changed = await action.Get<ITouchpointSwitches>().ResumeAsync(scope, action.Reason, action.By).ConfigureAwait(false);
        return new DashboardOutcome(Page, changed ? "resumed" : "as-it-was");
    }

    private static async Task<DashboardOutcome> DiscardAsync(DashboardAction action)
    {
        SwitchScope scope = ScopeOf(action);
        action.DemandConfirmation();
        await action.Get<ITouchpointSwitches>().DiscardAsync(scope, action.Reason, action.By).ConfigureAwait(false);
        return new DashboardOutcome(Page, "discarded");
    }
}
