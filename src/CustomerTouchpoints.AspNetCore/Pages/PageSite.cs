using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>
/// Answers whoever follows a link: looks at the link, finds who it is, lets the page of its purpose say what is shown, and writes it.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PageSite
{
    private const string RetryAfter = "60";

    private readonly LinkSigner links;
    private readonly BrandVoice brand;
    private readonly ICustomerTouchpoints touchpoints;
    private readonly RequestRate perLink;
    private readonly RequestRate perAddress;
    private readonly PageHeaders headers;
    private readonly StyleSheet sheet;
    private readonly ILoggerFactory loggers;
    private readonly ILogger logger;

    public PageSite(IServiceProvider services, LinkSigner links, TouchpointPagesOptions options)
    {
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        this.links = links;
        brand = services.GetRequiredService<BrandVoice>();
        touchpoints = services.GetRequiredService<ICustomerTouchpoints>();
        perLink = new RequestRate(options.RequestsPerLink, time);
        perAddress = new RequestRate(options.WrongLinksPerAddress, time);
        headers = new PageHeaders(brand.Logo);
        sheet = StyleSheet.Of(brand);
        loggers = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        logger = loggers.CreateLogger<PageSite>();
        Root = links.BaseAddress.AbsolutePath.TrimEnd('/');
        var preferences = new Preferences(
            services.GetRequiredService<ICustomerWishes>(),
            services.GetRequiredService<IOptions<TouchpointsOptions>>()
        );
        IInquiries? inquiries = services.GetService<IInquiries>();
        Pages =
        [
            new StatusLink(touchpoints, time, inquiries is null ? null : links),
            new PreferencesLink(preferences),
            new UnsubscribeLink(preferences, links),
            .. services.GetService<IConsentConfirmation>() is { } confirmation
                ? (ILinkPage[])[new ConfirmLink(preferences, confirmation)]
                : [],
            .. services.GetService<IFeedback>() is { } feedback ? (ILinkPage[])[new FeedbackLink(feedback)] : [],
            .. inquiries is not null
                ? (ILinkPage[])[new AskLink(touchpoints, inquiries, brand, services.GetService<ISuggestedAnswers>())]
                : [],
        ];
    }

    /// <summary>Where the pages are, as browsers see it: a path without a slash at its end.</summary>
    public string Root { get; }

    public IReadOnlyList<ILinkPage> Pages { get; }

    public string SheetName => $"pages-{sheet.Version}.css";

    public Task WriteSheetAsync(HttpContext http) => PageHeaders.WriteSheetAsync(http, sheet.Text);

    /// <summary>Answers one request for a page.</summary>
    public async Task AnswerAsync(HttpContext http, ILinkPage page, bool isAnswer)
    {
        string? token = http.Request.RouteValues["token"] as string;
        LinkSubject? subject = links.Verify(page.Purpose, token);
        PageReader reader = PageReader.Unknown(http.Request, brand);
        PageAnswer answer;
        if (subject is null)
        {
            answer = perAddress.Allows(RequestRate.KeyOf(http.Connection.RemoteIpAddress)) ? PageAnswer.Gone() : TooMany(http);
        }
        else if (!perLink.Allows(token!))
        {
            answer = TooMany(http);
        }
        else
        {
            try
            {
                reader = PageReader.Of(
                    await touchpoints.GetCustomerAsync(subject.Customer, http.RequestAborted).ConfigureAwait(false),
                    http.Request,
                    brand
                );
                answer = await AnswerAsync(http, page, Visit(http, subject, token!, reader), isAnswer).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsPassing(exception))
            {
                PageLog.NotAnswered(logger, exception.GetType().Name);
                http.Response.Headers.RetryAfter = RetryAfter;
                answer = PageAnswer.Later(StatusCodes.Status503ServiceUnavailable);
            }
        }

        await WriteAsync(http, reader, answer).ConfigureAwait(false);
    }

    private static PageVisit Visit(HttpContext http, LinkSubject subject, string token, PageReader reader) =>
        new(subject, token, reader, http.Request.Query, http.RequestAborted);

    private static async Task<PageAnswer> AnswerAsync(HttpContext http, ILinkPage page, PageVisit visit, bool isAnswer)
    {
        if (visit.Reader.IsErased)
        {
            return PageAnswer.Gone();
        }

        if (!isAnswer)
        {
            return await page.ShowAsync(visit).ConfigureAwait(false);
        }

        try
        {
            return await PageForm.ReadAsync(http, page.LongestText).ConfigureAwait(false) is { } form
                ? await page.AnswerAsync(visit, form).ConfigureAwait(false)
                : PageAnswer.Later(StatusCodes.Status415UnsupportedMediaType);
        }
        catch (BadHttpRequestException exception)
        {
            return PageAnswer.Later(exception.StatusCode);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return PageAnswer.Later(StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>What may be over in a minute: the store is away, the host starts or stops, too much is under way.</summary>
    private static bool IsPassing(Exception exception) =>
        exception is StoreUnavailableException or TouchpointsBusyException or InvalidOperationException;

    private static PageAnswer TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfter;
        return PageAnswer.Later(StatusCodes.Status429TooManyRequests);
    }

    private async Task WriteAsync(HttpContext http, PageReader reader, PageAnswer answer)
    {
        var text = new PageText(brand, reader.Culture, reader.Zone, Root, SheetName);
        HtmlRenderer renderer = new(new PageServices(text, answer.Model), loggers);
        await using (renderer.ConfigureAwait(false))
        {
            string html = await renderer
                .Dispatcher.InvokeAsync(async () =>
                    (await renderer.RenderComponentAsync(answer.Page, ParameterView.Empty).ConfigureAwait(true)).ToHtmlString()
                )
                .ConfigureAwait(false);
            await headers.WritePageAsync(http, answer.Status, html).ConfigureAwait(false);
        }
    }
}
