using System.Text.Json;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Lifecycles.ECards;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Lifecycles.Tests.ECards;

/// <summary>A card from Ana to Jo: who hears what, and how often.</summary>
internal sealed class ECardTests
{
    private static readonly JourneyId Card = "e-card/3";

    [Test]
    public async Task The_recipient_gets_the_card_and_the_sender_hears_once_that_it_left_and_once_that_it_was_opened()
    {
        await using TouchpointsTestHost host = await StartAsync();

        await host.RaiseAsync(Written);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        await host.RaiseAsync(Card, new CardOpened(host.Time.GetUtcNow()), id: "open-1");
        await host.RaiseAsync(Card, new CardOpened(host.Time.GetUtcNow()), id: "open-2");
        await host.AdvanceAsync(TimeSpan.FromDays(60));

        host.SentTo("jo").ShouldBe("card-for-you");
        host.SentTo("ana").ShouldBe("card-left", "card-opened");
        Assert.That(host.SentTo("ana")[0].Content.Text, Does.Contain("left our servers on").And.Contain("9:00"));
    }

    [Test]
    public async Task A_card_that_waits_is_reminded_of_once_and_the_sender_hears_of_it()
    {
        await using TouchpointsTestHost host = await StartAsync();

        await host.RaiseAsync(Written);
        await host.AdvanceAsync(TimeSpan.FromDays(60));

        host.SentTo("jo").ShouldBe("card-for-you", "card-waits");
        host.SentTo("ana").ShouldBe("card-left", "card-unopened");
    }

    [Test]
    public async Task A_card_that_is_opened_late_is_still_told()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Written);
        await host.AdvanceAsync(TimeSpan.FromDays(30));

        await host.RaiseAsync(Card, new CardOpened());
        await host.AdvanceAsync(TimeSpan.FromDays(30));

        host.SentTo("ana").ShouldBe("card-left", "card-unopened", "card-opened");
    }

    [Test]
    public async Task A_card_that_the_address_refuses_is_told_to_the_sender()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Channel.AnswerWith(SendResult.PermanentFailure("no such mailbox"));

        await host.RaiseAsync(Written);
        await host.AdvanceAsync(TimeSpan.FromDays(60));

        Assert.That(host.SentTo("jo"), Is.Empty);
        host.SentTo("ana").ShouldBe("card-undeliverable");
    }

    [Test]
    public async Task A_card_whose_recipient_nobody_knows_is_given_up_and_told()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Directory.Forget("jo");

        await host.RaiseAsync(Written);
        await host.AdvanceAsync(TimeSpan.FromDays(60));

        host.SentTo("ana").ShouldBe("card-undeliverable");
    }

    [Test]
    public async Task A_card_that_is_said_to_be_opened_before_it_left_tells_nothing_absurd()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Channel.AnswerWith(SendResult.TemporaryFailure("later"));
        await host.RaiseAsync(Written);
        await host.RaiseAsync(Card, new CardOpened());
        await host.AdvanceAsync(TimeSpan.FromDays(60));

        host.SentTo("ana").ShouldBe("card-opened");
        Assert.That(host.SentTo("jo"), Is.Empty);
    }

    [Test]
    public async Task A_card_that_comes_back_after_it_left_is_told_to_the_sender()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Written);
        await host.AdvanceAsync(TimeSpan.FromHours(2));

        await host.ReportReceiptAsync(
            new Receipt
            {
                Kind = ReceiptKind.HardBounced,
                Touchpoint = host.SentTo("jo").Single().Touchpoint,
                Details = "no such mailbox",
            }
        );
        await host.AdvanceAsync(TimeSpan.FromDays(60));

        host.SentTo("jo").ShouldBe("card-for-you");
        host.SentTo("ana").ShouldBe("card-left", "card-undeliverable");
    }

    [Test]
    public async Task A_text_message_waits_for_the_recipients_morning()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<ByTextMessage>(
            touchpoints =>
                touchpoints
                    .AddECard<ByTextMessage>()
                    .Configure(options => (options.QuietHours.From, options.QuietHours.To) = (new TimeOnly(21, 0), new TimeOnly(8, 0))),
            startAt: new DateTimeOffset(2026, 1, 5, 15, 0, 0, TimeSpan.Zero)
        );
        host.Directory.Describe(
            new Customer
            {
                Id = "jo",
                Culture = "fr",
                TimeZone = "Asia/Tokyo",
                Addresses = new Dictionary<Channel, string> { [Channel.Sms] = "+81312345678" },
            }
        );

        await host.RaiseAsync(Written);
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        OutgoingMessage card = host.SentTo("jo").Single();
        DateTimeOffset there = TimeZoneInfo.ConvertTime(card.At, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
        Assert.That((there.Day, there.Hour), Is.EqualTo((6, 8)));
        Assert.That(card.Content.Text, Does.Contain("Ana vous a envoyé une carte"));
        host.SentTo("ana").ShouldBe("card-left");
    }

    private static IncomingEvent Written { get; } =
        new()
        {
            Journey = Card,
            Name = "card.written",
            Id = "written",
            Data = JsonSerializer.SerializeToElement(
                new CardWritten("Ana", "Jo", new Uri("https://cards.example/3")),
                JsonSerializerOptions.Web
            ),
            Parties = new Dictionary<string, CustomerId> { [ECardLifecycle.Sender] = "ana", [ECardLifecycle.Recipient] = "jo" },
        };

    private static Task<TouchpointsTestHost> StartAsync() =>
        TouchpointsTestHost.StartAsync<ECardLifecycle>(touchpoints => touchpoints.AddECard());

    public sealed class ByTextMessage() : ECardLifecycle(new ECardOptions { RecipientChannels = [Channel.Sms] });
}
