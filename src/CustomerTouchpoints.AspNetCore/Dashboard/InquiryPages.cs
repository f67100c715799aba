using CustomerTouchpoints.AspNetCore.Dashboard.Views;
using CustomerTouchpoints.Inquiries;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Inquiries: which are open, what was said in one, and answering it.</summary>
internal static class InquiryPages
{
    private const string List = "/inquiries";
    private const string One = "/inquiries/one";
    private const int PageSize = 50;
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public static void Map(DashboardRoutes routes)
    {
        routes.Page<InquiriesPage, InquiriesModel>(List, "Inquiries", ListAsync);
        routes.Page<ConversationPage, ConversationModel>(One, "Inquiry", ShowAsync);
        routes.Act("/inquiries/answer", DashboardRight.Act, action => SayAsync(action, "answered", AnswerAsync));
        routes.Act("/inquiries/note", DashboardRight.Act, action => SayAsync(action, "noted", NoteAsync));
        routes.Act("/inquiries/hand-over", DashboardRight.Act, action => SayAsync(action, "taken", HandOverAsync));
        routes.Act("/inquiries/solve", DashboardRight.Act, action => SayAsync(action, "solved", SolveAsync));
        routes.Act("/inquiries/close", DashboardRight.Act, action => SayAsync(action, "closed", CloseAsync));
    }

    private static IInquiries DeskOf(DashboardRequest request) =>
        request.Inquiries ?? throw DashboardFault.NotFound("desk here: the host adds one with AddInquiries()");

    private static async Task<InquiriesModel> ListAsync(DashboardRequest request)
    {
        IInquiries desk = DeskOf(request);
        string? which = request.Asked("which");
        string? after = request.Asked("after");
        var query = new InquiryQuery
        {
            Representative = which == "mine" ? request.Frame.Rights.Who : null,
            IsUnassigned = which == "unassigned",
            AtRiskWithin = which == "risk" ? Soon : null,
            After = after,
        };
        List<InquirySummary> rows;
        try
        {
            rows = await desk.OpenAsync(query, request.Aborted).Take(PageSize + 1).ToListAsync(request.Aborted).ConfigureAwait(false);
        }
        catch (ArgumentException malformed)
        {
            throw new DashboardFault(DashboardRequest.FirstLine(malformed.Message));
        }

        InquirySummary[] page = [.. rows.Take(PageSize)];
        return new InquiriesModel(page, which)
        {
            First = after is null ? null : request.Frame.Link(List, ("which", which)),
            Next = rows.Count > PageSize ? request.Frame.Link(List, ("which", which), ("after", page[^1].Cursor)) : null,
        };
    }

    private static async Task<ConversationModel> ShowAsync(DashboardRequest request)
    {
        JourneyId id = DashboardRequest.Parse(JourneyId.Parse, request.Demand("id"));
        ConversationView view =
            await DeskOf(request).GetAsync(id, request.Aborted).ConfigureAwait(false) ?? throw DashboardFault.NotFound($"inquiry {id}");
        return new ConversationModel(view, DashboardRoutes.Once());
    }

    private static async Task<DashboardOutcome> SayAsync(
        DashboardAction action,
        string done,
        Func<DashboardAction, JourneyId, string, Task<InquiryResult>> say
    )
    {
        JourneyId id = DashboardRequest.Parse(JourneyId.Parse, action.Demand("id"));
        InquiryResult result = await say(action, id, $"dashboard-{action.Demand("once")}").ConfigureAwait(false);
        string notice = result switch
        {
            { IsDone: true } => done,
            { Outcome: InquiryOutcome.Overtaken } => "overtaken",
            _ => "no-effect",
        };
        return new DashboardOutcome(One, notice, ("id", id.ToString()));
    }

    // What is said to the customer is its own reason, and is read before it is sent: the button is the confirmation.
    private static Task<InquiryResult> AnswerAsync(DashboardAction action, JourneyId id, string once) =>
        action.Inquiries.AnswerAsync(
            id,
            new InquiryAnswered
            {
                Text = action.Demand("text"),
                By = action.By,
                Seen = action.Demand("seen"),
                Name = action.Field("name"),
            },
            once
        );

    private static Task<InquiryResult> NoteAsync(DashboardAction action, JourneyId id, string once) =>
        action.Inquiries.NoteAsync(id, new InquiryNoted { Text = action.Demand("text"), By = action.By }, once);

    private static Task<InquiryResult> HandOverAsync(DashboardAction action, JourneyId id, string once)
    {
        action.DemandConfirmation();
        var handed = new InquiryHandedOver
        {
            By = action.By,
            Why = action.Reason,
            To = action.Field("to") ?? action.By,
        };
        return action.Inquiries.HandOverAsync(id, handed, once);
    }

    private static Task<InquiryResult> SolveAsync(DashboardAction action, JourneyId id, string once)
    {
        action.DemandConfirmation();
        var resolved = new InquiryResolved
        {
            By = action.By,
            Seen = action.Demand("seen"),
            Text = action.Field("text"),
        };
        return action.Inquiries.ResolveAsync(id, resolved, once);
    }

    private static Task<InquiryResult> CloseAsync(DashboardAction action, JourneyId id, string once)
    {
        action.DemandConfirmation();
        return action.Inquiries.CloseAsync(id, new InquiryClosed { By = action.By, Why = action.Reason }, once);
    }
}
