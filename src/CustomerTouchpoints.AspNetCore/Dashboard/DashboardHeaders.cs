using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>What every answer says to the browser: nothing from elsewhere, nothing inline, in nobody's frame, kept nowhere.</summary>
internal static class DashboardHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A message's copy is somebody else's HTML: it may look as it likes, and do nothing. Only our own page frames it.</summary>
    private const string PolicyOfCopies =
        "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
        + "frame-ancestors 'self'";

    public static void SetOn(HttpResponse response)
    {
        Set(response, Policy);
        response.Headers.XFrameOptions = "DENY";
    }

    public static void SetOnCopy(HttpResponse response)
    {
        Set(response, PolicyOfCopies);
        response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    private static void Set(HttpResponse response, string policy)
    {
        IHeaderDictionary headers = response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
    }
}
