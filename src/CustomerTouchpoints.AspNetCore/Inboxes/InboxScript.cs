using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CustomerTouchpoints.AspNetCore.Inboxes;

/// <summary>The component, which lies in the assembly. Its address stays; whoever has it asks each time whether it has changed.</summary>
internal static class InboxScript
{
    public const string Name = "inbox.js";

    private static readonly byte[] Bytes = Read();

    private static readonly EntityTagHeaderValue Tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes))[..16]}\"");

    public static async Task SendAsync(HttpContext http)
    {
        InboxHeaders.SetOn(http.Response);
        http.Response.Headers.CacheControl = "public, no-cache";
        http.Response.Headers.ETag = Tag.ToString();
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(Tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = "text/javascript; charset=utf-8";
        http.Response.ContentLength = Bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(Bytes, http.RequestAborted).ConfigureAwait(false);
        }
    }

    private static byte[] Read()
    {
        using Stream asset =
            typeof(InboxScript).Assembly.GetManifestResourceStream($"Inboxes/{Name}")
            ?? throw new InvalidOperationException($"The assembly was built without its asset {Name}.");
        using var bytes = new MemoryStream();
        asset.CopyTo(bytes);
        return bytes.ToArray();
    }
}
