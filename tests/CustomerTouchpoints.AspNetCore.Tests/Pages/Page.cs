using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CustomerTouchpoints.AspNetCore.Tests.Shop;

namespace CustomerTouchpoints.AspNetCore.Tests.Pages;

/// <summary>A page as a browser reads it.</summary>
internal static partial class Page
{
    public static async Task<IHtmlDocument> GetAsync(ShopHost shop, string path) => await ReadAsync(await shop.Client.GetAsync(path));

    public static async Task<IHtmlDocument> PostAsync(ShopHost shop, string path, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = Form(fields);
        return await ReadAsync(await shop.Client.PostAsync(path, form));
    }

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        string html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(expected), html);
        return new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);
    }

    /// <summary>The words, with one blank between them.</summary>
    public static string TextOf(IElement element) => Blanks().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
