using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerTouchpoints.AspNetCore.Inboxes;

/// <summary>Answers the component that shows an inbox: what is there, and what its customer does with it.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InboxSite
{
    /// <summary>Nothing that is asked here has a body.</summary>
    private const int LongestBody = 1024;
    private const string RetryAfter = "60";

    private readonly IInbox inbox;
    private readonly InboxVisitor visitor;
    private readonly RequestRate perCustomer;
    private readonly RequestRate perAddress;
    private readonly ILogger logger;

    public InboxSite(IServiceProvider services, LinkSigner links, TouchpointInboxOptions options)
    {
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        inbox = services.GetRequiredService<IInbox>();
        visitor = new InboxVisitor(links, options, time);
        perCustomer = new RequestRate(options.RequestsPerCustomer, time);
        perAddress = new RequestRate(options.WrongRequestsPerAddress, time);
        logger = (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger<InboxSite>();
    }

    /// <summary>A page of the messages.</summary>
    public Task MessagesAsync(HttpContext http) =>
        AnswerAsync(
            http,
            visitor.WhoLooks(http),
            async customer =>
            {
                if (QueryOf(http.Request.Query) is not { } query)
                {
                    http.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return;
                }

                InboxPage page = await inbox.ReadAsync(customer, query, http.RequestAborted).ConfigureAwait(false);
                var answer = new InboxAnswer(
                    page.Unread,
                    [.. page.Messages.Select(InboxItem.Of)],
                    page.Next,
                    visitor.TokenFor(http, customer)
                );
                await WriteAsync(http, answer, InboxJson.Default.InboxAnswer).ConfigureAwait(false);
            }
        );

    /// <summary>How many are not read.</summary>
    public Task UnreadAsync(HttpContext http) =>
        AnswerAsync(
            http,
            visitor.WhoLooks(http),
            async customer =>
            {
                int unread = await inbox.CountUnreadAsync(customer, http.RequestAborted).ConfigureAwait(false);
                await WriteAsync(http, new InboxCount(unread), InboxJson.Default.InboxCount).ConfigureAwait(false);
            }
        );

    /// <summary>One is read.</summary>
    public Task ReadAsync(HttpContext http) =>
        ChangeAsync(http, customer => inbox.MarkReadAsync(customer, IdOf(http), http.RequestAborted));

    /// <summary>All are read.</summary>
    public Task ReadAllAsync(HttpContext http) =>
        ChangeAsync(
            http,
            async customer =>
            {
                await inbox.MarkAllReadAsync(customer, http.RequestAborted).ConfigureAwait(false);
                return true;
            }
        );

    /// <summary>One is deleted.</summary>
    public Task DeleteAsync(HttpContext http) =>
        ChangeAsync(http, customer => inbox.DeleteAsync(customer, IdOf(http), http.RequestAborted));

    private Task ChangeAsync(HttpContext http, Func<CustomerId, Task<bool>> change) =>
        AnswerAsync(
            http,
            visitor.WhoChanges(http),
            async customer =>
            {
                if (http.Request.ContentLength > LongestBody)
                {
                    http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    return;
                }

                http.Response.StatusCode = await change(customer).ConfigureAwait(false)
                    ? StatusCodes.Status204NoContent
                    : StatusCodes.Status404NotFound;
            }
        );

    /// <summary>Whoever has no right to an inbox hears what somebody hears who asks for nothing.</summary>
    private async Task AnswerAsync(HttpContext http, CustomerId? who, Func<CustomerId, Task> answer)
    {
        InboxHeaders.SetOn(http.Response);
        if (who is not { } customer)
        {
            bool isAllowed = perAddress.Allows(RequestRate.KeyOf(http.Connection.RemoteIpAddress));
            http.Response.StatusCode = isAllowed ? StatusCodes.Status404NotFound : TooMany(http);
            return;
        }

        if (!perCustomer.Allows(customer.Value))
        {
            http.Response.StatusCode = TooMany(http);
            return;
        }

        try
        {
            await answer(customer).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or TouchpointsBusyException or InvalidOperationException)
        {
            InboxLog.NotAnswered(logger, fault.GetType().Name);
            http.Response.Headers.RetryAfter = RetryAfter;
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (ArgumentException)
        {
            // A place that is none: whoever asks has made it up.
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private static int TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfter;
        return StatusCodes.Status429TooManyRequests;
    }

    private static string IdOf(HttpContext http) => http.Request.RouteValues["id"] as string ?? "";

    private static InboxQuery? QueryOf(IQueryCollection asked)
    {
        int limit = 20;
        bool isNumber = asked["limit"] is not [{ } text] || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit);
        return isNumber && limit is >= 1 and <= 100
            ? new InboxQuery
            {
                Limit = limit,
                After = asked["after"] is [{ Length: > 0 } after] ? after : null,
                UnreadOnly = asked["unread"] is ["true"],
            }
            : null;
    }

    private static async Task WriteAsync<TAnswer>(HttpContext http, TAnswer answer, JsonTypeInfo<TAnswer> type)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
