using System.Text;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Writes answers with the headers that keep a page to itself: no script, no frame, no referrer, no cache.</summary>
/// <param name="logo">The brand's logo, the one thing that a page loads from elsewhere; null for none.</param>
internal sealed class PageHeaders(Uri? logo)
{
    private readonly string policy =
        $"default-src 'none'; style-src 'self'; img-src {(logo is null ? "'none'" : Origin(logo))}; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    public async Task WritePageAsync(HttpContext http, int status, string html)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        await WriteAsync(http, status, "text/html; charset=utf-8", html).ConfigureAwait(false);
    }

    public static Task WriteSheetAsync(HttpContext http, string sheet)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return WriteAsync(http, StatusCodes.Status200OK, "text/css; charset=utf-8", sheet);
    }

    private static async Task WriteAsync(HttpContext http, int status, string type, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
        }
    }

    private static string Origin(Uri uri) => uri.GetLeftPart(UriPartial.Authority);
}
