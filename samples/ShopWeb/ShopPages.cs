using System.Globalization;
using System.Security.Claims;
using CustomerTouchpoints;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ShopWeb.Shop;
using ShopWeb.Views;

namespace ShopWeb;

/// <summary>What customers do in the shop, and what the warehouse reports.</summary>
internal static class ShopPages
{
    private const int LongestSubject = 60;

    public static void Map(WebApplication app)
    {
        app.MapGet("/", (ClaimsPrincipal user) => new RazorComponentResult<Storefront>(new { User = Visitor.Of(user) }));
        RouteGroupBuilder signedIn = app.MapGroup("").RequireAuthorization();
        signedIn.MapPost("/buy", BuyAsync);
        signedIn.MapGet("/orders", MineAsync);
        signedIn.MapGet("/orders/{number:long}", OrderAsync);
        signedIn.MapPost("/orders/{number:long}/ask", AskAsync);
        signedIn.MapPost("/orders/{number:long}/cancel", CancelAsync);
        signedIn.MapGet("/questions/{key}", QuestionAsync);
        signedIn.MapPost("/questions/{key}", WriteAsync);
        RouteGroupBuilder desk = app.MapGroup("").RequireAuthorization("desk");
        desk.MapGet("/warehouse", WarehouseAsync);
        desk.MapPost("/orders/{number:long}/next", NextAsync);
    }

    private static async Task<IResult> BuyAsync(
        [FromForm] string camera,
        ClaimsPrincipal user,
        Orders orders,
        ICustomerTouchpoints touchpoints,
        TimeProvider time
    )
    {
        if (Visitor.Of(user).Customer is not { } customer || Camera.Find(camera) is not { } chosen)
        {
            return Results.Redirect("/");
        }

        Order order = orders.Place(customer, chosen, time.GetUtcNow());
        await touchpoints.RaiseAsync(order.Journey, new OrderPlaced(order.Camera, order.Price), id: "placed", customer: customer);
        return Results.Redirect($"/orders/{order.Number}");
    }

    private static async Task<IResult> MineAsync(ClaimsPrincipal user, Orders orders, ICustomerTouchpoints touchpoints)
    {
        var visitor = Visitor.Of(user);
        return visitor.Customer is { } customer
            ? await ListAsync("Your orders", visitor, orders.Of(customer), orders, touchpoints)
            : Results.Redirect("/warehouse");
    }

    private static Task<IResult> WarehouseAsync(ClaimsPrincipal user, Orders orders, ICustomerTouchpoints touchpoints) =>
        ListAsync("Warehouse", Visitor.Of(user), orders.Latest(), orders, touchpoints);

    private static async Task<IResult> ListAsync(
        string title,
        Visitor visitor,
        IReadOnlyList<Order> found,
        Orders orders,
        ICustomerTouchpoints touchpoints
    )
    {
        var lines = new List<(Order, JourneyView?)>();
        foreach (Order order in found)
        {
            lines.Add((order, await touchpoints.GetJourneyAsync(order.Journey)));
        }

        IReadOnlyList<(JourneyId, string)> questions = visitor.Customer is { } customer
            ? [.. orders.QuestionsOf(customer).Select(question => (question.Question, question.Subject))]
            : [];
        return new RazorComponentResult<OrderList>(
            new
            {
                User = visitor,
                Title = title,
                Orders = (IReadOnlyList<(Order, JourneyView?)>)lines,
                Questions = questions,
            }
        );
    }

    private static async Task<IResult> OrderAsync(
        long number,
        ClaimsPrincipal user,
        Orders orders,
        ICustomerTouchpoints touchpoints,
        LinkSigner links
    )
    {
        var visitor = Visitor.Of(user);
        return Seen(orders, number, visitor) is { } order
            ? new RazorComponentResult<OrderStatus>(
                new
                {
                    User = visitor,
                    Order = order,
                    Journey = await touchpoints.GetJourneyAsync(order.Journey),
                    StatusPage = visitor.Customer is { } customer
                        ? links.Link(LinkPurpose.Status, new LinkSubject { Customer = customer, Journey = order.Journey }).AbsolutePath
                        : null,
                }
            )
            : Results.NotFound();
    }

    private static async Task<IResult> AskAsync(
        long number,
        [FromForm] string text,
        ClaimsPrincipal user,
        Orders orders,
        IInquiries inquiries
    )
    {
        if (Visitor.Of(user).Customer is not { } customer || Seen(orders, number, Visitor.Of(user)) is not { } order)
        {
            return Results.NotFound();
        }

        string subject = text.Length > LongestSubject ? $"{text[..LongestSubject]}…" : text;
        JourneyId question = orders.Ask(customer, subject);
        await inquiries.AskAsync(
            question,
            customer,
            new InquiryAsked
            {
                Text = text,
                Subject = subject,
                About = order.Journey,
            },
            id: "asked"
        );
        return Results.Redirect($"/questions/{question.Key}");
    }

    private static async Task<IResult> CancelAsync(long number, ClaimsPrincipal user, Orders orders, ICustomerTouchpoints touchpoints)
    {
        if (Seen(orders, number, Visitor.Of(user)) is not { } order)
        {
            return Results.NotFound();
        }

        await touchpoints.RaiseAsync(order.Journey, new OrderCancelled(), id: "cancelled");
        return Results.Redirect($"/orders/{number}");
    }

    private static async Task<IResult> QuestionAsync(string key, ClaimsPrincipal user, IInquiries inquiries)
    {
        var visitor = Visitor.Of(user);
        return await FindAsync(inquiries, key, visitor) is { } view
            ? new RazorComponentResult<QuestionStatus>(new { User = visitor, View = view })
            : Results.NotFound();
    }

    private static async Task<IResult> WriteAsync(string key, [FromForm] string text, ClaimsPrincipal user, IInquiries inquiries)
    {
        if (await FindAsync(inquiries, key, Visitor.Of(user)) is not { } view)
        {
            return Results.NotFound();
        }

        string id = string.Create(CultureInfo.InvariantCulture, $"wrote-{view.Conversation.Messages.Count}");
        await inquiries.CustomerWroteAsync(view.Inquiry, new InquiryCustomerWrote { Text = text }, id);
        return Results.Redirect($"/questions/{key}");
    }

    private static async Task<IResult> NextAsync(long number, Orders orders, ICustomerTouchpoints touchpoints, TimeProvider time)
    {
        if (orders.Find(number) is not { } order || await touchpoints.GetJourneyAsync(order.Journey) is not { } journey)
        {
            return Results.NotFound();
        }

        JourneyId id = order.Journey;
        await (
            journey.State switch
            {
                "recorded" => touchpoints.RaiseAsync(id, new PaymentAccepted("Visa •••• 4242"), id: "paid"),
                "paid" => touchpoints.RaiseAsync(id, new ParcelPacked("Rosa"), id: "packed"),
                "packed" => touchpoints.RaiseAsync(id, new ParcelShipped("DHL", time.GetUtcNow().AddDays(3)), id: "shipped"),
                "shipped" => touchpoints.RaiseAsync(id, new ParcelDelivered(), id: "delivered"),
                "delivered" => touchpoints.RaiseAsync(id, new ParcelReturned(), id: "returned"),
                _ => Task.FromResult<RaiseResult>(null!),
            }
        );
        return Results.Redirect($"/orders/{number}");
    }

    /// <summary>An order that a visitor may see: their own, or any for the desk.</summary>
    private static Order? Seen(Orders orders, long number, Visitor visitor) =>
        orders.Find(number) is { } order && (visitor.IsDesk || order.Customer == visitor.Customer) ? order : null;

    private static async Task<ConversationView?> FindAsync(IInquiries inquiries, string key, Visitor visitor)
    {
        ConversationView? view;
        try
        {
            view = await inquiries.GetAsync(new JourneyId("question", key));
        }
        catch (ArgumentException)
        {
            // No question can be called so.
            return null;
        }

        return view is not null && (visitor.IsDesk || view.Customer?.ToString() == visitor.Customer) ? view : null;
    }
}
