using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Desks;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Inquiries;

/// <summary>What customers read of a desk whose host has written no template.</summary>
public sealed class ShippedMessagesTests
{
    /// <summary>Receipts and updates: none says "please wait" and no more.</summary>
    private static readonly string[] Promising =
    [
        "question-received",
        "question-read",
        "question-status",
        "question-reopened",
        "question-late",
    ];

    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [TestCase("en", "Thank you, we have your message. You have our answer by Monday, January 5 at", "Re: Where is it")]
    [TestCase("de", "vielen Dank, Ihre Nachricht ist da. Unsere Antwort haben Sie bis Montag, 5. Januar um 13:00 Uhr.", "Re: Where is it")]
    [TestCase(
        "fr",
        "Merci, nous avons bien reçu votre message. Vous aurez notre réponse au plus tard le lundi 5 janvier à 13:00.",
        "Re: Where is it"
    )]
    [TestCase(
        "it",
        "Grazie, abbiamo ricevuto il suo messaggio. Avrà la nostra risposta entro lunedì 5 gennaio alle 13:00.",
        "Re: Where is it"
    )]
    [TestCase("pt", "Thank you, we have your message.", "Re: Where is it")]
    public async Task The_receipt_says_by_when_we_answer(string culture, string says, string subject)
    {
        await using ServiceProvider services = Host(culture, out VirtualTime _, out RecordingChannel channel);
        await AskAsync(services, Channel.Email);

        OutgoingMessage receipt = channel.Sent.Single();
        Assert.That(receipt.Content.Text, Does.Contain(says));
        Assert.That(receipt.Content.Subject, Is.EqualTo(subject));
    }

    [Test]
    public async Task A_host_whose_own_language_is_none_of_them_has_them_in_English()
    {
        await using ServiceProvider services = Host("pl", out VirtualTime _, out RecordingChannel channel, own: "pl");
        await AskAsync(services, Channel.Email);

        Assert.That(channel.Sent.Single().Content.Text, Does.Contain("Thank you, we have your message."));
    }

    [Test]
    public async Task Updates_say_who_has_it_and_when_to_expect_the_next_word()
    {
        await using ServiceProvider services = Host("en-GB", out VirtualTime time, out RecordingChannel channel);
        await AskAsync(services, Channel.Chat);
        var desk = services.GetRequiredService<IInquiries>();
        await DoAsync(services, desk.ReadAsync("question/1", new InquiryRead { By = "eva", Name = "Eva" }, "r-1"));
        for (int i = 0; i < 40; i++)
        {
            time.MoveTo(Monday.AddMinutes(i));
            await services.GetRequiredService<TouchpointsEngine>().DrainAsync();
        }

        Assert.That(
            channel.Sent.Select(message => message.Content.Text.Trim()),
            Is.EqualTo([
                "Thank you, we have your message. You have our answer by 09:10.",
                "We have read your message and are finding the best solution. Eva has it. You have our answer by 09:10.",
                "You should have had our answer by now, and do not. We are sorry. You have it by 09:20.",
                "Eva is working on your question. You have our answer by 09:40. You hear from us again by 09:50 in any case.",
            ])
        );
    }

    [Test]
    public void What_says_that_we_have_it_or_are_at_it_says_by_when_we_write_again() =>
        Assert.That(
            from name in typeof(IInquiries).Assembly.GetManifestResourceNames()
            where Promising.Any(name.Contains)
            let text = Read(name)
            where !text.Contains("answerBy", StringComparison.Ordinal) && !text.Contains("updateBy", StringComparison.Ordinal)
            select name,
            Is.Empty
        );

    [Test]
    public void Every_message_is_there_in_four_languages() =>
        Assert.That(
            typeof(IInquiries)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("Inquiries/", StringComparison.Ordinal))
                .GroupBy(name => name[..^".en.md".Length])
                .Select(message => (message.Key, string.Join(' ', message.Select(name => name[^5..^3]).Order(StringComparer.Ordinal)))),
            Is.Not.Empty.And.All.Matches<(string, string Languages)>(message => message.Languages == "de en fr it")
        );

    [Test]
    public async Task An_answer_keeps_its_lines_and_a_customers_words_are_never_markdown()
    {
        await using ServiceProvider services = Host("en", out VirtualTime _, out RecordingChannel channel);
        await AskAsync(services, Channel.Email);
        var answer = new InquiryAnswered
        {
            Text = "It left us.\r\n\r\n[Click](https://evil.example) *here*.",
            By = "eva",
            Name = "Eva",
            Seen = "a-1",
        };
        await DoAsync(services, services.GetRequiredService<IInquiries>().AnswerAsync("question/1", answer, "a-2"));

        MessageContent content = channel.Sent.Last().Content;
        Assert.That(content.Text, Does.Contain("It left us.\n\n[Click](https://evil.example) *here*.\n\nEva"));
        Assert.That(content.Html, Does.Not.Contain("href=\"https://evil.example"));
        Assert.That(
            channel.Sent.Select(message => (message.Content.InReplyTo, message.Content.IsPersonal)),
            Is.EqualTo([("1@ana.example", false), ("1@ana.example", true)])
        );
    }

    private static ServiceProvider Host(string culture, out VirtualTime time, out RecordingChannel channel, string own = "en")
    {
        var clock = new VirtualTime(Monday);
        var recording = new RecordingChannel();
        var directory = new StubDirectory(Channel.Email, Channel.Chat);
        directory.Describe(
            new Customer
            {
                Id = "ana",
                Name = "Ana",
                Culture = culture,
                TimeZone = "Etc/UTC",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example", [Channel.Chat] = "ana" },
            }
        );
        (time, channel) = (clock, recording);
        return new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints
                    .AddInquiries(_ => new TwoChannelDesk())
                    .UseCustomers(directory)
                    .UseInMemoryStore()
                    .ConfigureMessages(messages => messages.DefaultCulture = own)
                    .AddChannel(Channel.Email, _ => recording)
                    .AddChannel(Channel.Chat, _ => recording)
                    .Configure(options => options.RunWorkers = false)
            )
            .BuildServiceProvider();
    }

    private static Task AskAsync(ServiceProvider services, Channel by) =>
        DoAsync(
            services,
            services
                .GetRequiredService<IInquiries>()
                .AskAsync(
                    "question/1",
                    "ana",
                    new InquiryAsked
                    {
                        Text = "Where is it?",
                        Subject = "Where is it",
                        Channel = by,
                        MessageId = "1@ana.example",
                    },
                    "a-1"
                )
        );

    private static async Task DoAsync(ServiceProvider services, Task<InquiryResult> task)
    {
        do
        {
            await services.GetRequiredService<TouchpointsEngine>().DrainAsync();
            await Task.Yield();
        } while (!task.IsCompleted);

        await services.GetRequiredService<TouchpointsEngine>().DrainAsync();
        Assert.That((await task).Outcome, Is.EqualTo(InquiryOutcome.Done));
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(IInquiries).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
