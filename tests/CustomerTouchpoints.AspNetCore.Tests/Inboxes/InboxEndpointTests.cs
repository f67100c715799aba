using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Links;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Inboxes;

/// <summary>What an inbox shows and changes over HTTP, and to whom.</summary>
public sealed class InboxEndpointTests
{
    private static readonly HttpMethod Get = HttpMethod.Get;
    private static readonly HttpMethod Post = HttpMethod.Post;
    private static readonly HttpMethod Delete = HttpMethod.Delete;

    [Test]
    public async Task A_link_shows_the_inbox_of_its_customer_and_changes_it()
    {
        await using InboxDesk desk = await InboxDesk.StartAsync();
        await desk.WriteAsync("ana");
        await desk.WriteAsync("ana", 2);
        string token = desk.TokenOf("ana");

        JsonElement page = await desk.ReadAsync("messages", token);
        JsonElement message = page.GetProperty("messages")[0];
        Assert.That(
            (page.GetProperty("unread").GetInt32(), message.GetProperty("subject").GetString(), message.GetProperty("isRead").GetBoolean()),
            Is.EqualTo((2, "Your order", false))
        );
        Assert.That(message.GetProperty("text").GetString(), Does.Contain("on its way"));
        Assert.That(page.TryGetProperty("token", out _), Is.False, "who came with one needs none");

        string id = message.GetProperty("id").GetString()!;
        Assert.That((await desk.AskAsync(Post, $"messages/{id}/read", token)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await desk.ReadAsync("unread", token)).GetProperty("unread").GetInt32(), Is.EqualTo(1));
        Assert.That((await desk.AskAsync(Delete, $"messages/{id}", token)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await desk.AskAsync(Post, "read", token)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        InboxPage left = await desk.Inbox.ReadAsync("ana");
        Assert.That((left.Messages.Count, left.Unread), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Who_is_signed_in_sees_their_inbox_and_changes_it_by_the_token_that_came_with_it()
    {
        await using InboxDesk desk = await InboxDesk.StartAsync();
        await desk.WriteAsync("ana");

        JsonElement page = await desk.ReadAsync("messages", signedIn: "ana");
        string id = page.GetProperty("messages")[0].GetProperty("id").GetString()!;
        string token = page.GetProperty("token").GetString()!;
        Assert.That(
            (await desk.AskAsync(Post, $"messages/{id}/read", signedIn: "ana")).StatusCode,
            Is.EqualTo(HttpStatusCode.NotFound),
            "a form of somebody else's page has the cookie, and not the token"
        );
        Assert.That((await desk.AskAsync(Post, $"messages/{id}/read", token, "bo")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await desk.Inbox.CountUnreadAsync("ana"), Is.EqualTo(1));
        Assert.That((await desk.AskAsync(Post, $"messages/{id}/read", token, "ana")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await desk.Inbox.CountUnreadAsync("ana"), Is.Zero);
    }

    [Test]
    public async Task Whoever_has_no_right_to_it_hears_always_the_same()
    {
        await using InboxDesk desk = await InboxDesk.StartAsync();
        await desk.WriteAsync("ana");
        string id = (await desk.Inbox.ReadAsync("ana")).Messages[0].Id;
        string good = desk.TokenOf("ana");
        string[] wrong =
        [
            "",
            "x",
            good[..^1],
            good[..^2] + (good[^2] == 'A' ? 'B' : 'A') + good[^1],
            $"{good}, {good}",
            desk.Shop.Links.Sign(LinkPurpose.Preferences, new LinkSubject { Customer = "ana" }),
        ];

        var heard = new HashSet<string>();
        foreach (string? token in wrong.Append(null))
        {
            foreach (
                (HttpMethod method, string path) in new[]
                {
                    (Get, "messages"),
                    (Get, "unread"),
                    (Post, "read"),
                    (Post, $"messages/{id}/read"),
                    (Delete, $"messages/{id}"),
                }
            )
            {
                heard.Add(await SaidAsync(await desk.AskAsync(method, path, token)));
            }
        }

        // Somebody with an inbox of their own asks for a message of another's.
        heard.Add(await SaidAsync(await desk.AskAsync(Post, $"messages/{id}/read", desk.TokenOf("bo"))));
        heard.Add(await SaidAsync(await desk.AskAsync(Delete, $"messages/{id}", desk.TokenOf("bo"))));
        heard.Add(await SaidAsync(await desk.AskAsync(Delete, "messages/..%2f..%2fetc", good)));

        Assert.That(heard, Has.Count.EqualTo(1));
        Assert.That(heard.Single(), Does.StartWith("404 ||"));
        Assert.That(await desk.Inbox.CountUnreadAsync("ana"), Is.EqualTo(1));
    }

    [Test]
    public async Task Looking_changes_nothing()
    {
        await using InboxDesk desk = await InboxDesk.StartAsync();
        await desk.WriteAsync("ana");
        string token = desk.TokenOf("ana");
        string id = (await desk.Inbox.ReadAsync("ana")).Messages[0].Id;

        foreach (HttpMethod method in (HttpMethod[])[Get, HttpMethod.Head])
        {
            foreach (string path in (string[])["messages", "unread", "read", $"messages/{id}/read", $"messages/{id}", "inbox.js"])
            {
                await desk.AskAsync(method, path, token);
            }
        }

        InboxPage page = await desk.Inbox.ReadAsync("ana");
        Assert.That((page.Messages.Count, page.Unread), Is.EqualTo((1, 1)));
    }

    [TestCase("messages?limit=0")]
    [TestCase("messages?limit=101")]
    [TestCase("messages?limit=-1")]
    [TestCase("messages?limit=many")]
    [TestCase("messages?after=1.x")]
    [TestCase("messages?after=99999999999999999999.00000000000000000000000000000000")]
    public async Task What_can_not_be_meant_is_said_to_be_wrong(string path)
    {
        await using InboxDesk desk = await InboxDesk.StartAsync();
        Assert.That((await desk.AskAsync(Get, path, desk.TokenOf("ana"))).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Pages_go_on_and_only_the_unread_are_there_if_one_wants()
    {
        await using InboxDesk desk = await InboxDesk.StartAsync();
        foreach (int number in Enumerable.Range(1, 3))
        {
            await desk.WriteAsync("ana", number);
        }

        string token = desk.TokenOf("ana");
        JsonElement first = await desk.ReadAsync("messages?limit=2", token);
        JsonElement second = await desk.ReadAsync($"messages?limit=2&after={first.GetProperty("next").GetString()}", token);
        Assert.That(second.GetProperty("messages").GetArrayLength(), Is.EqualTo(1));
        Assert.That(second.TryGetProperty("next", out _), Is.False);
        await desk.AskAsync(Post, $"messages/{first.GetProperty("messages")[0].GetProperty("id").GetString()}/read", token);
        Assert.That((await desk.ReadAsync("messages?unread=true", token)).GetProperty("messages").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task Long_bodies_and_too_many_requests_are_refused()
    {
        await using InboxDesk desk = await InboxDesk.StartAsync(inbox =>
            (inbox.RequestsPerCustomer, inbox.WrongRequestsPerAddress) = (3, 2)
        );
        var request = new HttpRequestMessage(Post, "/my/inbox/read") { Content = new ByteArrayContent(new byte[4096]) };
        request.Headers.Add("Touchpoints-Inbox", desk.TokenOf("ana"));
        Assert.That((await desk.Shop.Client.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));

        List<HttpStatusCode> mine = [];
        List<HttpStatusCode> wrong = [];
        for (int i = 0; i < 4; i++)
        {
            mine.Add((await desk.AskAsync(Get, "unread", desk.TokenOf("ana"))).StatusCode);
            wrong.Add((await desk.AskAsync(Get, "unread")).StatusCode);
        }

        Assert.That((mine[0], mine[^1]), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.TooManyRequests)));
        Assert.That((wrong[0], wrong[^1]), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests)));
        Assert.That((await desk.AskAsync(Get, "unread", desk.TokenOf("bo"))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Answers_stay_with_the_page_that_asked_and_logs_have_no_token()
    {
        await using InboxDesk desk = await InboxDesk.StartAsync();
        string token = desk.TokenOf("ana");
        HttpResponseMessage answer = await desk.AskAsync(Get, "messages", token);

        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single(), Is.EqualTo("same-origin"));
        Assert.That(answer.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
        Assert.That(string.Join("\n", desk.Shop.Log.Entries), Does.Not.Contain(token));
    }

    [Test]
    public async Task The_component_is_served_once_and_has_nothing_that_a_strict_policy_forbids()
    {
        await using InboxDesk desk = await InboxDesk.StartAsync();
        HttpResponseMessage first = await desk.AskAsync(Get, "inbox.js");
        string script = await first.Content.ReadAsStringAsync();
        Assert.That(first.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/javascript"));
        foreach (string forbidden in (string[])["innerHTML", "insertAdjacentHTML", "eval(", "new Function", ".style", "document.write"])
        {
            Assert.That(script, Does.Not.Contain(forbidden));
        }

        var again = new HttpRequestMessage(Get, "/my/inbox/inbox.js");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        Assert.That((await desk.Shop.Client.SendAsync(again)).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public void Where_there_are_no_inboxes_nothing_is_mapped() =>
        Assert.That(
            async () => await ShopHost.StartAsync(map: app => app.MapTouchpointInbox()),
            Throws.InvalidOperationException.With.Message.Contains("AddInbox")
        );

    private static async Task<string> SaidAsync(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode} |{await answer.Content.ReadAsStringAsync()}|"
        + string.Join(
            ';',
            answer.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}={string.Join(',', header.Value)}")
        );
}
