using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Inboxes;

/// <summary>The headers that keep an answer to the page that asked for it.</summary>
internal static class InboxHeaders
{
    public static void SetOn(HttpResponse response)
    {
        IHeaderDictionary headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
