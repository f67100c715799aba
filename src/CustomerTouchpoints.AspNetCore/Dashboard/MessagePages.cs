using System.Collections.Frozen;
using System.Globalization;
using CustomerTouchpoints.AspNetCore.Dashboard.Views;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Messages: which there are, the story of one, and what a person decides about it.</summary>
internal static class MessagePages
{
    private const string List = "/messages";
    private const string One = "/messages/one";
    private const int PageSize = 50;
    private const int LongestPeriod = 3650;
    private const int Week = 7;

    // "  2026-11-30 12:00:00Z  sent: ..."
    private const int LengthOfInstant = 20;
    private const int Indent = 2;

    public static void Map(DashboardRoutes routes)
    {
        routes.Page<MessagesPage, MessagesModel>(List, "Messages", ListAsync);
        routes.Page<MessagePage, MessageModel>(One, "Message", ShowAsync);
        routes.Get("/messages/copy", CopyAsync);
        routes.Act("/messages/review", DashboardRight.Act, ReviewAsync);
    }

    private static async Task<MessagesModel> ListAsync(DashboardRequest request)
    {
        TouchpointStatus? status = request.Asked<TouchpointStatus>("status");
        string? channel = request.Asked("channel");
        int? days = DaysOf(request.Asked("days"));
        string? after = request.Asked("after");
        var query = new TouchpointQuery
        {
            Statuses = status is { } one ? FrozenSet.Create(one) : FrozenSet<TouchpointStatus>.Empty,
            Channel = channel is null ? default(Channel?) : DashboardRequest.Parse(static name => new Channel(name), channel),
            Rule = request.Asked("rule"),
            From = days is { } back ? request.Frame.Now.AddDays(-back) : null,
            After = after is null ? null : DashboardRequest.Parse(TouchpointId.Parse, after),
        };
        List<TouchpointView> rows = await request
            .Touchpoints.TouchpointsAsync(query, request.Aborted)
            .Take(PageSize + 1)
            .ToListAsync(request.Aborted)
            .ConfigureAwait(false);
        bool hasMore = rows.Count > PageSize;
        TouchpointView[] page = [.. rows.Take(PageSize)];
        DashboardDefinitions definitions = request.Get<DashboardDefinitions>();
        string Link(string? from) =>
            request.Frame.Link(
                List,
                ("status", status?.ToString()),
                ("channel", channel),
                ("rule", query.Rule),
                ("days", request.Asked("days")),
                ("after", from)
            );
        return new MessagesModel
        {
            Rows = page,
            Status = status,
            Channel = channel,
            Rule = query.Rule,
            Days = days,
            Rules = definitions.Rules,
            Channels = definitions.Channels,
            First = after is null ? null : Link(null),
            Next = hasMore ? Link(page[^1].Id.ToString()) : null,
        };
    }

    private static int? DaysOf(string? asked) =>
        asked == "all" ? null
        : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? Math.Clamp(days, 1, LongestPeriod)
        : Week;

    private static async Task<MessageModel> ShowAsync(DashboardRequest request)
    {
        TouchpointId id = DashboardRequest.Parse(TouchpointId.Parse, request.Demand("id"));
        TouchpointView touchpoint =
            await FindAsync(request.Touchpoints, id, request.Aborted).ConfigureAwait(false)
            ?? throw DashboardFault.NotFound("such message");
        string story = await request.Touchpoints.ExplainAsync(id, request.Aborted).ConfigureAwait(false) ?? "";
        return new MessageModel(
            touchpoint,
            [.. story.Split('\n').Skip(1).Where(line => line.Trim().Length > 0).Select(Told)],
            touchpoint.Attempts > 0
                && request.Get<DashboardAccess>().Options.CopyOf is { } copyOf
                && await copyOf(request.Services, id, request.Aborted).ConfigureAwait(false) is not null
        );
    }

    private static (string At, string Words) Told(string line) =>
        line.Length > Indent + LengthOfInstant
            ? (line.Substring(Indent, LengthOfInstant), line[(Indent + LengthOfInstant)..].Trim())
            : ("", line);

    private static async Task<TouchpointView?> FindAsync(ICustomerTouchpoints touchpoints, TouchpointId id, CancellationToken aborted)
    {
        TouchpointQuery query = id.Customer is { } customer
            ? new TouchpointQuery { Customer = customer, Rule = id.Rule }
            : new TouchpointQuery { Journey = id.Journey, Rule = id.Rule };
        return await touchpoints
            .TouchpointsAsync(query, aborted)
            .FirstOrDefaultAsync(found => found.Id == id, aborted)
            .ConfigureAwait(false);
    }

    private static async Task CopyAsync(HttpContext context)
    {
        DashboardHeaders.SetOnCopy(context.Response);
        DashboardOptions options = context.RequestServices.GetRequiredService<DashboardAccess>().Options;
        string? html = null;
        try
        {
            TouchpointId id = DashboardRequest.Parse(TouchpointId.Parse, context.Request.Query["id"].ToString());
            html = options.CopyOf is { } copyOf
                ? await copyOf(context.RequestServices, id, context.RequestAborted).ConfigureAwait(false)
                : null;
        }
        catch (DashboardFault)
        {
            // No message has such an id, so that there is no copy of it either.
        }

        context.Response.StatusCode = html is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html ?? "<p>No copy of this message is kept.</p>", context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<DashboardOutcome> ReviewAsync(DashboardAction action)
    {
        TouchpointId id = DashboardRequest.Parse(TouchpointId.Parse, action.Demand("id"));
        if (!Enum.TryParse(action.Demand("decision"), out ReviewDecision decision) || !Enum.IsDefined(decision))
        {
            throw new DashboardFault("A decision is Resend, Sent or Discard.");
        }

        action.DemandConfirmation();
        ReviewResult result = await action.Touchpoints.ReviewAsync(id, decision, action.Reason, action.By).ConfigureAwait(false);
        string notice = result.Outcome switch
        {
            ReviewOutcome.Done => decision switch
            {
                ReviewDecision.Resend => "resend",
                ReviewDecision.Sent => "sent",
                _ => "discard",
            },
            ReviewOutcome.BeingAsked => "being-asked",
            ReviewOutcome.TooManyOpen => "too-many",
            ReviewOutcome.NoSuchTouchpoint => "no-such",
            _ => "not-waiting",
        };
        return new DashboardOutcome(One, notice, ("id", id.ToString()));
    }
}
