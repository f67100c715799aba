using System.Net;
using System.Net.Sockets;
using System.Text;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Pages;

/// <summary>How much the pages read and answer.</summary>
public sealed class PageLimitTests
{
    [TestCase(100_000, true, HttpStatusCode.RequestEntityTooLarge)]
    [TestCase(100_000, false, HttpStatusCode.RequestEntityTooLarge)]
    [TestCase(8_193, false, HttpStatusCode.RequestEntityTooLarge)]
    [TestCase(2_000, true, HttpStatusCode.BadRequest)]
    [TestCase(2_000, false, HttpStatusCode.BadRequest)]
    public async Task A_long_form_is_not_read(int length, bool isChunked, HttpStatusCode expected)
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, shop.UnsubscribeOf());
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes("List-Unsubscribe=One-Click&a=" + new string('x', length - 29)));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = isChunked;

        Assert.That((await shop.Client.SendAsync(request)).StatusCode, Is.EqualTo(expected));
        Assert.That(await shop.EvidenceOfAsync(), Is.Empty);
    }

    [Test]
    public async Task Many_fields_and_a_body_that_never_ends_are_given_up()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        using FormUrlEncodedContent many = Page.Form([
            .. Enumerable.Range(0, 100).Select(i => ($"f{i}", "x")),
            ("List-Unsubscribe", "One-Click"),
        ]);
        Assert.That((await shop.Client.PostAsync(shop.UnsubscribeOf(), many)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));

        using var slow = new TcpClient();
        await slow.ConnectAsync(shop.Address.Host, shop.Address.Port);
        NetworkStream stream = slow.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {shop.UnsubscribeOf()} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 8000\r\n\r\nList-Unsubscribe=One-Click&a="
            )
        );
        byte[] answer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        int read = await stream.ReadAsync(answer, patience.Token);

        Assert.That(Encoding.ASCII.GetString(answer, 0, read), Does.StartWith("HTTP/1.1 408").Or.Empty);
        Assert.That(await shop.EvidenceOfAsync(), Is.Empty);
    }

    [Test]
    public async Task One_link_and_one_address_get_so_much_a_minute()
    {
        await using ShopHost shop = await ShopHost.StartAsync(map: app =>
            app.MapTouchpointPages(pages => (pages.RequestsPerLink, pages.WrongLinksPerAddress) = (5, 3))
        );
        string ana = shop.PreferencesOf();
        HttpStatusCode[] link = await StatusesAsync(shop, Enumerable.Repeat(ana, 12));
        HttpStatusCode[] wrong = await StatusesAsync(shop, Enumerable.Range(0, 12).Select(i => $"/my/preferences/guess{i}"));

        // Both may fall into two minutes.
        Assert.That(link.Count(status => status == HttpStatusCode.OK), Is.InRange(5, 10));
        Assert.That(wrong.Count(status => status == HttpStatusCode.NotFound), Is.InRange(3, 6));
        Assert.That(link.Concat(wrong), Has.Some.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(
            (await shop.Client.GetAsync(shop.PreferencesOf("ben"))).StatusCode,
            Is.EqualTo(HttpStatusCode.OK),
            "Others are let in."
        );
        HttpResponseMessage refused = await shop.Client.GetAsync("/my/preferences/guess");
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromMinutes(1)).Or.Null);
    }

    private static async Task<HttpStatusCode[]> StatusesAsync(ShopHost shop, IEnumerable<string> paths)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (string path in paths)
        {
            statuses.Add((await shop.Client.GetAsync(path)).StatusCode);
        }

        return [.. statuses];
    }
}
