using System.Net;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Callbacks;

/// <summary>What providers report is taken in when it is they who report it, lately, and not too long.</summary>
public sealed class CallbackTests
{
    private const string Token = "twilio-token";
    private const string Secret = "vonage-secret";
    private const string Key = "bird-key";

    [TestCase("twilio")]
    [TestCase("vonage")]
    [TestCase("messagebird")]
    public async Task A_receipt_moves_its_message(string gateway)
    {
        await using ShopHost shop = await StartAsync();
        string reference = await SentAsync(shop);
        using HttpRequestMessage request = gateway switch
        {
            "twilio" => Signed.Twilio(Token, $"MessageSid={reference}&MessageStatus=delivered"),
            "vonage" => Signed.Vonage(Secret, $"messageId={reference}&status=delivered", TimeProvider.System.GetUtcNow()),
            _ => Signed.MessageBird(Key, $"id={reference}&status=delivered", TimeProvider.System.GetUtcNow()),
        };

        HttpResponseMessage response = await shop.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await TextMessageAsync(shop)).Status, Is.EqualTo(TouchpointStatus.Delivered));
    }

    [Test]
    public async Task Sent_again_it_changes_nothing_more()
    {
        await using ShopHost shop = await StartAsync();
        string reference = await SentAsync(shop);
        for (int i = 0; i < 3; i++)
        {
            using HttpRequestMessage request = Signed.Twilio(Token, $"MessageSid={reference}&MessageStatus=delivered");
            Assert.That((await shop.Client.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        }

        Assert.That((await TextMessageAsync(shop)).Status, Is.EqualTo(TouchpointStatus.Delivered));
        int reported = 0;
        await foreach (JournalEntryView entry in shop.Touchpoints.JournalAsync())
        {
            reported += entry.Kind == JournalEntryKind.Receipt ? 1 : 0;
        }

        Assert.That(reported, Is.EqualTo(1));
    }

    [Test]
    public async Task The_secret_before_still_counts_while_they_change()
    {
        await using ShopHost shop = await StartAsync();
        using HttpRequestMessage before = Signed.Twilio("twilio-token-before", "MessageSid=1&MessageStatus=delivered");

        Assert.That(
            (await shop.Client.SendAsync(before)).StatusCode,
            Is.EqualTo(HttpStatusCode.NoContent),
            "Nobody knows the message: it is all right."
        );
    }

    [Test]
    public async Task A_stranger_gets_a_plain_403_and_moves_nothing()
    {
        await using ShopHost shop = await StartAsync();
        string reference = await SentAsync(shop);
        string twilio = $"MessageSid={reference}&MessageStatus=delivered";
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        HttpRequestMessage[] requests =
        [
            Signed.Post("twilio", twilio),
            Signed.Twilio("wrong", twilio),
            Signed.Twilio("", twilio),
            Signed.Twilio(Token, twilio, "?a=b", "https://evil.example/touchpoints/callbacks/"),
            Signed.Vonage("wrong", $"messageId={reference}&status=delivered", now),
            Signed.Vonage(Secret, $"messageId={reference}&status=delivered", now.AddMinutes(-6)),
            Signed.Vonage(Secret, $"messageId={reference}&status=delivered", now.AddMinutes(6)),
            Signed.MessageBird("wrong", $"id={reference}&status=delivered", now),
            Signed.MessageBird(Key, $"id={reference}&status=delivered", now.AddMinutes(-6)),
            Signed.MessageBird(Key, $"id={reference}&status=delivered", now, sent: $"status=delivered&id={reference}"),
        ];
        foreach (HttpRequestMessage request in requests)
        {
            HttpResponseMessage response = await shop.Client.SendAsync(request);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), request.RequestUri!.ToString());
            Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
            request.Dispose();
        }

        Assert.That((await TextMessageAsync(shop)).Status, Is.EqualTo(TouchpointStatus.Sent));
        Assert.That(
            shop.Log.Entries.Count(entry => entry.StartsWith("1710", StringComparison.Ordinal)),
            Is.InRange(3, 6),
            "Once a minute for each."
        );
        Assert.That(shop.Log.Entries, Has.None.Contains(reference + "&").And.None.Contains(Token));
    }

    [Test]
    public async Task The_address_outside_is_the_configured_one_whatever_a_request_says()
    {
        await using ShopHost shop = await StartAsync();
        using HttpRequestMessage request = Signed.Twilio(
            Token,
            "MessageSid=1&MessageStatus=delivered",
            address: "https://evil.example/touchpoints/callbacks/"
        );
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-Proto", "https");

        Assert.That((await shop.Client.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase(70_000, false)]
    [TestCase(70_000, true)]
    public async Task A_long_body_is_not_read(int length, bool isChunked)
    {
        await using ShopHost shop = await StartAsync();
        using HttpRequestMessage request = Signed.Post("twilio", "a=" + new string('x', length));
        request.Headers.TransferEncodingChunked = isChunked;

        Assert.That((await shop.Client.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Without_a_secret_there_is_no_address()
    {
        await using ShopHost shop = await ShopHost.StartAsync(map: app => app.MapTouchpointCallbacks());
        using HttpRequestMessage request = Signed.Twilio("", "MessageSid=1&MessageStatus=delivered");

        Assert.That((await shop.Client.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var builder = new ServiceCollection();
        Assert.That(
            () => builder.AddCustomerTouchpoints(touchpoints => touchpoints.AddTwilioReceipts()),
            Throws.ArgumentException.With.Message.Contains("There is no secret")
        );
        Assert.That(() => builder.AddCustomerTouchpoints(touchpoints => touchpoints.AddVonageReceipts("a", " ")), Throws.ArgumentException);
    }

    [Test]
    public async Task A_host_may_bring_its_own()
    {
        await using ShopHost shop = await StartAsync(touchpoints => touchpoints.Services.AddSingleton<ICallback, OwnCallback>());
        using HttpRequestMessage good = Signed.Post("own", "x=1");
        good.Headers.Add("X-Own", "yes");
        using HttpRequestMessage bad = Signed.Post("own", "x=1");

        Assert.That(
            (await shop.Client.SendAsync(good)).StatusCode,
            Is.EqualTo(HttpStatusCode.NoContent),
            "One receipt is faulty, and left out."
        );
        Assert.That((await shop.Client.SendAsync(bad)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(shop.Log.Entries, Has.One.StartsWith("1712 Warning"));
    }

    [Test]
    public void Two_of_one_name_are_refused() =>
        Assert.That(
            async () =>
                await StartAsync(touchpoints =>
                    touchpoints.Services.AddSingleton<ICallback, OwnCallback>().AddSingleton<ICallback, OwnCallback>()
                ),
            Throws.InvalidOperationException.With.Message.Contains("a name of its own")
        );

    private static Task<ShopHost> StartAsync(Action<TouchpointsBuilder>? configure = null) =>
        ShopHost.StartAsync(
            touchpoints =>
            {
                touchpoints.AddTwilioReceipts(Token, "twilio-token-before").AddVonageReceipts(Secret).AddMessageBirdReceipts(Key);
                configure?.Invoke(touchpoints);
            },
            app => app.MapTouchpointCallbacks()
        );

    /// <summary>Sends a text message, and gives its reference.</summary>
    private static async Task<string> SentAsync(ShopHost shop)
    {
        await shop.PlaceAsync("order/1");
        while ((await TextMessageAsync(shop)).Status != TouchpointStatus.Sent)
        {
            await Task.Delay(10);
        }

        return "SM1";
    }

    private static async Task<TouchpointView> TextMessageAsync(ShopHost shop) =>
        (await shop.Touchpoints.GetJourneyAsync("order/1"))!.Touchpoints.Single(touchpoint => touchpoint.Channel == Channel.Sms);

    private sealed class OwnCallback : ICallback
    {
        public string Name => "own";

        public IReadOnlyList<Receipt>? Read(CallbackRequest request) =>
            request.Header("x-own") == "yes" && request.Fields is [{ Key: "x", Value: "1" }]
                ?
                [
                    new Receipt { Kind = ReceiptKind.Delivered },
                    new Receipt
                    {
                        Kind = ReceiptKind.Read,
                        Channel = "own",
                        Reference = "7",
                    },
                ]
                : null;
    }
}
