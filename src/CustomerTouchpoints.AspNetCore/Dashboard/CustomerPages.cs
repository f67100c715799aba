using CustomerTouchpoints.AspNetCore.Dashboard.Views;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Customers: what is known of one, handing it out, and erasing it.</summary>
internal static class CustomerPages
{
    private const string Find = "/customers";
    private const string One = "/customers/one";
    private const int PageSize = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(DashboardRoutes routes)
    {
        routes.Page<CustomersPage, CustomersModel>(Find, "Customers", request => Task.FromResult(new CustomersModel(request.Asked("id"))));
        routes.Page<CustomerPage, CustomerModel>(One, "Customer", ShowAsync);
        routes.Act("/customers/export", DashboardRight.Administer, ExportAsync);
        routes.Act("/customers/erase", DashboardRight.Administer, EraseAsync);
        routes.Act("/customers/lift", DashboardRight.Administer, LiftAsync);
    }

    private static CustomerId Parse(string text) => DashboardRequest.Parse(id => new CustomerId(id), text);

    private static async Task<CustomerModel> ShowAsync(DashboardRequest request)
    {
        CustomerId id = Parse(request.Demand("id"));
        CustomerView customer =
            await request.Touchpoints.GetCustomerAsync(id, request.Aborted).ConfigureAwait(false)
            ?? throw DashboardFault.NotFound($"customer {id} that anybody has heard of");
        (Customer? profile, bool isSilent) = await ProfileAsync(request, customer.Id).ConfigureAwait(false);
        Timeline timeline = await request.Touchpoints.TimelineAsync(customer.Id, request.Aborted).ConfigureAwait(false);
        JournalEntryView[] newestFirst =
        [
            .. timeline
                .Entries.OrderByDescending(entry => entry.RecordedAt)
                .ThenByDescending(entry => entry.Journey.ToString(), StringComparer.Ordinal)
                .ThenByDescending(entry => entry.Sequence),
        ];
        string? before = request.Asked("before");
        JournalEntryView[] older = [.. before is null ? newestFirst : newestFirst.SkipWhile(entry => PlaceOf(entry) != before).Skip(1)];
        JournalEntryView[] page = [.. older.Take(PageSize)];
        return new CustomerModel
        {
            Customer = customer,
            Profile = profile,
            IsDirectorySilent = isSilent,
            Consents = await request.Get<ICustomerWishes>().ConsentsAsync(customer.Id, request.Aborted).ConfigureAwait(false),
            Suppressions = await SuppressionsAsync(request, profile).ConfigureAwait(false),
            Entries = page,
            First = before is null ? null : request.Frame.Customer(customer.Id),
            Older = older.Length > PageSize ? request.Frame.Link(One, ("id", customer.Id.ToString()), ("before", PlaceOf(page[^1]))) : null,
        };
    }

    /// <summary>The journal keeps an entry for good, so that its number is a place to go on from.</summary>
    private static string PlaceOf(JournalEntryView entry) => $"{entry.Journey}~{entry.Sequence}";

    private static async Task<(Customer? Profile, bool IsSilent)> ProfileAsync(DashboardRequest request, CustomerId id)
    {
        if (request.Services.GetService<ICustomerDirectory>() is not { } directory)
        {
            return (null, false);
        }

        try
        {
            IReadOnlyCollection<Customer> found = await directory
                .FindAsync([id], request.Aborted)
                .WaitAsync(Patience, request.Aborted)
                .ConfigureAwait(false);
            return (found.FirstOrDefault(each => each.Id == id), false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !request.Aborted.IsCancellationRequested)
        {
            // It is the host's code and may throw whatever it likes: the page is worth showing without it.
            return (null, true);
        }
    }

    private static async Task<IReadOnlyList<SuppressionView>> SuppressionsAsync(DashboardRequest request, Customer? profile)
    {
        var all = new List<SuppressionView>();
        foreach ((Channel channel, string address) in profile?.Addresses ?? new Dictionary<Channel, string>())
        {
            var query = new SuppressionQuery { Channel = channel, Address = address };
            await foreach (
                SuppressionView suppression in request
                    .Get<ISuppressionList>()
                    .SuppressionsAsync(query, request.Aborted)
                    .ConfigureAwait(false)
            )
            {
                all.Add(suppression);
            }
        }

        return all;
    }

    private static async Task<DashboardOutcome> ExportAsync(DashboardAction action)
    {
        CustomerId id = Parse(action.Demand("id"));
        string reason = action.Reason;
        action.DemandConfirmation();
        if (await action.Touchpoints.GetCustomerAsync(id).ConfigureAwait(false) is null)
        {
            throw DashboardFault.NotFound($"customer {id}");
        }

        ILoggerFactory logs = action.Context.RequestServices.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        DashboardLog.Exported(logs.CreateLogger(typeof(CustomerPages).FullName!), action.By, id, reason);
        if (action.Context.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            // Exports write as they go, and some of it at once: it is rare, and one at a time.
            body.AllowSynchronousIO = true;
        }

        HttpResponse response = action.Context.Response;
        bool isPage = action.Field("format") == "html";
        response.ContentType = isPage ? "text/html; charset=utf-8" : "application/json";
        response.Headers.ContentDisposition = $"attachment; filename=\"customer.{(isPage ? "html" : "json")}\"";
        await action
            .Get<ICustomerIdentity>()
            .ExportAsync(id, response.Body, isPage ? ExportFormat.Html : ExportFormat.Json, action.Context.RequestAborted)
            .ConfigureAwait(false);
        return DashboardOutcome.Answered;
    }

    private static async Task<DashboardOutcome> EraseAsync(DashboardAction action)
    {
        CustomerId id = Parse(action.Demand("id"));
        string reason = action.Reason;
        action.DemandConfirmation();
        if (action.Field("typed") != id.ToString())
        {
            throw new DashboardFault("Nobody was erased: the id that was typed is another one.");
        }

        await action.Get<ICustomerIdentity>().EraseAsync(id, action.By, reason).ConfigureAwait(false);
        return new DashboardOutcome(One, "erased", ("id", id.ToString()));
    }

    private static async Task<DashboardOutcome> LiftAsync(DashboardAction action)
    {
        CustomerId customer = Parse(action.Demand("customer"));
        string suppression = action.Demand("id");
        action.DemandConfirmation();
        bool lifted = await action.Get<ISuppressionList>().LiftAsync(suppression, action.Reason, action.By).ConfigureAwait(false);
        return new DashboardOutcome(One, lifted ? "lifted" : "not-lifted", ("id", customer.ToString()));
    }
}
