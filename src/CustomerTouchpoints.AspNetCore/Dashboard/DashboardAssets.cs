using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>The style sheet and htmx, which lie in the assembly.</summary>
internal static class DashboardAssets
{
    private const string Forever = "private, max-age=31536000, immutable";

    /// <summary>The path of each asset: it changes with the content.</summary>
    public static string Css { get; } = PathOf("dashboard.css");

    public static string Htmx { get; } = PathOf("htmx.min.js");

    public static void Map(DashboardRoutes routes)
    {
        routes.Get(Css, context => SendAsync(context, "dashboard.css", "text/css; charset=utf-8"));
        routes.Get(Htmx, context => SendAsync(context, "htmx.min.js", "text/javascript; charset=utf-8"));
        routes.Get("/assets/htmx.LICENSE.txt", context => SendAsync(context, "htmx.LICENSE.txt", "text/plain; charset=utf-8"));
    }

    private static async Task SendAsync(HttpContext context, string name, string type)
    {
        DashboardHeaders.SetOn(context.Response);
        context.Response.Headers.CacheControl = Forever;
        context.Response.Headers.Remove(HeaderNames.Pragma);
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(Read(name), context.RequestAborted).ConfigureAwait(false);
    }

    private static string PathOf(string name) => $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Read(name)))[..12]}/{name}";

    private static byte[] Read(string name)
    {
        using Stream asset =
            typeof(DashboardAssets).Assembly.GetManifestResourceStream($"Dashboard/{name}")
            ?? throw new InvalidOperationException($"The assembly was built without its asset {name}.");
        using var bytes = new MemoryStream();
        asset.CopyTo(bytes);
        return bytes.ToArray();
    }
}
