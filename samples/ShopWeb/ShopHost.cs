using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using ShopWeb.Shop;

namespace ShopWeb;

/// <summary>Puts the shop together: its pages, who may see what, and all that is said to customers.</summary>
internal static class ShopHost
{
    public const string Customer = "customer";
    public const string Representative = "representative";
    public const string Operator = "operator";

    public static WebApplication Build(ShopOptions options, ShopFolder folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "ShopWeb" }
        );
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder.Path, "keys")));
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery();
        builder
            .Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.LoginPath = "/sign-in";
                cookie.AccessDeniedPath = "/sign-in";
                cookie.Cookie.Name = "shop";
            });
        builder
            .Services.AddAuthorizationBuilder()
            .AddPolicy("desk", policy => policy.RequireRole(Representative, Operator))
            .AddPolicy("operators", policy => policy.RequireRole(Operator));

        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton<Orders>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddCustomerTouchpoints(touchpoints =>
            touchpoints
                .AddLumenCameras(folder, options.Address)
                .AddEmailDropFolder(folder.Mail, email => email.Attachments = Copies.KeepIn(folder.Copies))
                .AddChannel(CustomerTouchpoints.Channel.Sms, _ => new TextMessages(folder.Sms))
                .AddDashboard(dashboard =>
                {
                    dashboard.Title = "Lumen Cameras";
                    dashboard.ActPolicy = "desk";
                    dashboard.AdministerPolicy = "operators";
                    dashboard.CopyOf = (_, touchpoint, cancellationToken) => Copies.FindAsync(folder.Copies, touchpoint, cancellationToken);
                })
        );

        WebApplication app = builder.Build();
        app.UseStaticFiles();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapTouchpointPages();
        app.MapTouchpointInbox(inbox => inbox.CustomerOf = http => Visitor.Of(http.User).CustomerId);
        app.MapTouchpointDashboard("/touchpoints").RequireAuthorization("desk");
        ShopPages.Map(app);
        SignInPages.Map(app);
        OutboxPages.Map(app);
        return app;
    }
}
