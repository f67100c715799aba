using CustomerTouchpoints.AspNetCore.Dashboard.Views;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>The board: what wants somebody's eye at this moment. It looks at a bounded number of rows, however much there is.</summary>
internal static class NowPages
{
    private const int Shown = 12;
    private const int Looked = 1000;
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public static void Map(DashboardRoutes routes)
    {
        routes.Page<NowPage, NowModel>("/", "Now", ReadAsync);
        routes.Page<NowBoard, NowModel>("/now", "Now", ReadAsync);
    }

    private static async Task<NowModel> ReadAsync(DashboardRequest request)
    {
        CancellationToken aborted = request.Aborted;
        ICustomerTouchpoints touchpoints = request.Touchpoints;
        var check = new TouchpointsHealthCheck(request.Get<TouchpointsEngine>());
        HealthCheckResult health = await check.CheckHealthAsync(new HealthCheckContext(), aborted).ConfigureAwait(false);
        List<PromiseView> promises = await touchpoints
            .PromisesAsync(new PromiseQuery { Status = PromiseStatus.Open }, aborted)
            .Take(Looked)
            .ToListAsync(aborted)
            .ConfigureAwait(false);
        List<ClockView> clocks = await touchpoints
            .ClocksAsync(new ClockQuery { Status = ClockStatus.Running }, aborted)
            .Take(Looked)
            .ToListAsync(aborted)
            .ConfigureAwait(false);
        return new NowModel
        {
            Health = health,
            Pauses = await request.Get<ITouchpointSwitches>().CurrentAsync(aborted).ConfigureAwait(false),
            Promises = [.. promises.OrderBy(promise => promise.By).Take(Shown)],
            Clocks = [.. clocks.Where(IsTarget).OrderBy(clock => clock.BreachedAt ?? clock.DueAt).Take(Shown)],
            ForPeople = await FirstAsync(request, TouchpointStatus.InReview, TouchpointStatus.Unknown).ConfigureAwait(false),
            Held = await FirstAsync(request, TouchpointStatus.Held).ConfigureAwait(false),
            Inquiries = request.Inquiries is { } inquiries
                ? await inquiries
                    .OpenAsync(new InquiryQuery { AtRiskWithin = Soon }, aborted)
                    .Take(Shown)
                    .ToListAsync(aborted)
                    .ConfigureAwait(false)
                : null,
            IsPart = promises.Count == Looked || clocks.Count == Looked,
        };
    }

    /// <summary>A clock that measures people: one of updates only says when the next one goes out.</summary>
    private static bool IsTarget(ClockView clock) => clock.Metric is not (ResponseMetric.StatusUpdate or ResponseMetric.PausableUpdate);

    private static async Task<IReadOnlyList<TouchpointView>> FirstAsync(DashboardRequest request, params TouchpointStatus[] statuses) =>
        await request
            .Touchpoints.TouchpointsAsync(new TouchpointQuery { Statuses = statuses.ToHashSet() }, request.Aborted)
            .Take(Shown)
            .ToListAsync(request.Aborted)
            .ConfigureAwait(false);
}
