using System.Globalization;
using CustomerTouchpoints.AspNetCore.Dashboard.Views;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Journeys: finding one, where it stands, and withdrawing what is pending of it.</summary>
internal static class JourneyPages
{
    private const string List = "/journeys";
    private const string One = "/journeys/one";
    private const int PageSize = 100;
    private const int LongestHistory = 100;

    public static void Map(DashboardRoutes routes)
    {
        routes.Page<JourneysPage, JourneysModel>(List, "Journeys", ListAsync);
        routes.Page<JourneyPage, JourneyModel>(One, "Journey", ShowAsync);
        routes.Act("/journeys/withdraw", DashboardRight.Act, WithdrawAsync);
    }

    private static async Task<JourneysModel> ListAsync(DashboardRequest request)
    {
        if (request.Asked("id") is { } asked)
        {
            return new JourneysModel(asked, await SearchAsync(request, asked).ConfigureAwait(false), []);
        }

        string? after = request.Asked("after");
        var query = new TouchpointQuery
        {
            Statuses = TouchpointQuery.Unfinished,
            After = after is null ? null : DashboardRequest.Parse(TouchpointId.Parse, after),
        };
        List<TouchpointView> rows = await request
            .Touchpoints.TouchpointsAsync(query, request.Aborted)
            .Take(PageSize + 1)
            .ToListAsync(request.Aborted)
            .ConfigureAwait(false);
        TouchpointView[] page = [.. rows.Take(PageSize)];
        return new JourneysModel(
            null,
            [],
            [.. page.Where(row => row.Journey is not null).GroupBy(row => row.Journey!.Value).Select(group => (group.Key, group.Count()))]
        )
        {
            First = after is null ? null : request.Frame.Link(List),
            Next = rows.Count > PageSize ? request.Frame.Link(List, ("after", page[^1].Id.ToString())) : null,
        };
    }

    /// <summary>A whole id, or a key in any lifecycle.</summary>
    private static async Task<IReadOnlyList<JourneyView>> SearchAsync(DashboardRequest request, string asked)
    {
        var found = new List<JourneyView>();
        foreach (string text in Candidates(request, asked))
        {
            JourneyId id;
            try
            {
                id = JourneyId.Parse(text);
            }
            catch (ArgumentException)
            {
                // No journey can be called so, and none is.
                continue;
            }

            if (await request.Touchpoints.GetJourneyAsync(id, request.Aborted).ConfigureAwait(false) is { } journey)
            {
                found.Add(journey);
            }
        }

        return found;
    }

    private static IEnumerable<string> Candidates(DashboardRequest request, string asked) =>
        request.Lifecycles.Select(lifecycle => lifecycle.Name).Distinct().Select(name => $"{name}/{asked}").Prepend(asked);

    private static async Task<JourneyModel> ShowAsync(DashboardRequest request)
    {
        JourneyId id = DashboardRequest.Parse(JourneyId.Parse, request.Demand("id"));
        JourneyView journey =
            await request.Touchpoints.GetJourneyAsync(id, request.Aborted).ConfigureAwait(false)
            ?? throw DashboardFault.NotFound($"journey {id}");
        IReadOnlyList<JournalEntryView> history = await request.Touchpoints.HistoryAsync(id, request.Aborted).ConfigureAwait(false);
        LifecycleView? lifecycle = request.Get<DashboardDefinitions>().Find(id.Lifecycle, journey.Version);
        var ledgers = new Dictionary<ClockId, string>();
        foreach (ClockId clock in journey.Clocks.Select(clock => clock.Id))
        {
            ledgers[clock] = await request.Touchpoints.ExplainAsync(clock, request.Aborted).ConfigureAwait(false) ?? "";
        }

        long? before = long.TryParse(request.Asked("before"), NumberStyles.None, CultureInfo.InvariantCulture, out long given)
            ? given
            : null;
        JournalEntryView[] older = [.. history.Where(entry => before is null || entry.Sequence < before).TakeLast(LongestHistory + 1)];
        JournalEntryView[] shown = [.. older.TakeLast(LongestHistory).Reverse()];
        return new JourneyModel
        {
            Journey = journey,
            Lifecycle = lifecycle,
            Entries = shown,
            Ledgers = ledgers,
            HasConversation = request.Inquiries is not null && Conversation.Of(history).Messages.Count > 0,
            First = before is null ? null : request.Frame.Journey(id),
            Older =
                older.Length > LongestHistory
                    ? request.Frame.Link(One, ("id", id.ToString()), ("before", shown[^1].Sequence.ToString(CultureInfo.InvariantCulture)))
                    : null,
        };
    }

    private static async Task<DashboardOutcome> WithdrawAsync(DashboardAction action)
    {
        JourneyId id = DashboardRequest.Parse(JourneyId.Parse, action.Demand("id"));
        action.DemandConfirmation();
        int withdrawn = await action.Touchpoints.WithdrawAsync(id, action.Reason, action.By).ConfigureAwait(false);
        return new DashboardOutcome(One, withdrawn > 0 ? "withdrawn" : "nothing-pending", ("id", id.ToString()));
    }
}
