using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CustomerTouchpoints.AspNetCore.Dashboard;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Inquiries;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Dashboard;

/// <summary>A shop with its dashboard, and somebody's browser before it.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    public const string Token = "__RequestVerificationToken";
    public const string Looks = "lena look";
    public const string Acts = "rosa look act";
    public const string Administers = "otto look act administer";

    private readonly HttpClient client;

    private DashboardHost(ShopHost shop, string who)
    {
        Shop = shop;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = shop.Address,
        };
        client.DefaultRequestHeaders.Add(HeaderAuthentication.Header, who);
    }

    public ShopHost Shop { get; }

    public ICustomerTouchpoints Touchpoints => Shop.Touchpoints;

    public static async Task<DashboardHost> StartAsync(
        string who = Administers,
        string template = "---\nsubject: Hello\n---\nHello",
        Action<DashboardOptions>? configure = null,
        Action<IEndpointConventionBuilder>? secure = null,
        Action<TouchpointsBuilder>? compose = null
    )
    {
        ShopHost shop = await ShopHost.StartAsync(
            touchpoints =>
            {
                IServiceCollection services = touchpoints.Services;
                services
                    .AddAuthentication(HeaderAuthentication.Name)
                    .AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(HeaderAuthentication.Name, _ => { });
                services
                    .AddAuthorizationBuilder()
                    .AddPolicy("look", policy => policy.RequireRole("look"))
                    .AddPolicy("act", policy => policy.RequireRole("act"))
                    .AddPolicy("administer", policy => policy.RequireRole("administer"));
                touchpoints.AddInquiries();
                touchpoints.AddDashboard(dashboard =>
                {
                    dashboard.ActPolicy = "act";
                    dashboard.AdministerPolicy = "administer";
                    configure?.Invoke(dashboard);
                });
                compose?.Invoke(touchpoints);
            },
            app =>
            {
                app.Use(TellFaultsAsync);
                app.UseAuthentication();
                app.UseAuthorization();
                IEndpointConventionBuilder dashboard = app.MapTouchpointDashboard();
                (secure ?? (endpoints => endpoints.RequireAuthorization("look")))(dashboard);
            },
            template
        );
        return new DashboardHost(shop, who);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri($"/touchpoints{path}", UriKind.Relative));

    /// <summary>A part of a page, as htmx asks for it.</summary>
    public async Task<string> PartAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/touchpoints{path}", UriKind.Relative));
        request.Headers.Add("HX-Request", "true");
        using HttpResponseMessage response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>A page that is there, parsed.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using HttpResponseMessage response = await GetAsync(path);
        string html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), html);
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>Sends a form as it is on a page, with the fields given filled in.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        IHtmlDocument document = await PageAsync(page);
        IHtmlFormElement form =
            document.Forms.FirstOrDefault(each => each.GetAttribute("action") == $"/touchpoints{action}")
            ?? throw new AssertionException($"{page} has no form that goes to {action}: {document.Body!.TextContent}");
        Dictionary<string, string> values = form.QuerySelectorAll("input[type=hidden]")
            .OfType<IHtmlInputElement>()
            .ToDictionary(input => input.Name!, input => input.Value);
        foreach ((string name, string value) in fields)
        {
            values[name] = value;
        }

        return await PostAsync(action, [.. values.Select(value => (value.Key, value.Value))]);
    }

    /// <summary>Lets a customer ask, and gives the token of the page with the answer's form.</summary>
    public async Task<string> AskAsync(string inquiry, string text)
    {
        IInquiries inquiries = Shop.Services.GetRequiredService<IInquiries>();
        await inquiries.AskAsync(inquiry, "ana", new InquiryAsked { Text = text, Subject = text }, id: "asked");
        IHtmlDocument page = await PageAsync($"/inquiries/one?id={inquiry}");
        return ((IHtmlInputElement)page.QuerySelector($"input[name={Token}]")!).Value;
    }

    public async Task<HttpResponseMessage> PostAsync(string path, IReadOnlyList<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri($"/touchpoints{path}", UriKind.Relative), content);
    }

    /// <summary>A fault of the server is told beside the test that it breaks.</summary>
    private static async Task TellFaultsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault)
        {
            await TestContext.Progress.WriteLineAsync($"{context.Request.Path}: {fault}");
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Shop.DisposeAsync();
    }
}
