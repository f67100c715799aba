using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Messages;

public sealed class MessageComposerTests
{
    private const string Head = "---\nsubject: Hello\n---\n";

    [Test]
    public void A_mail_carries_sender_subject_preheader_text_and_html()
    {
        using MessageDesk desk = MessageDesk.WithMails();
        MessageContent mail = desk.Compose(MessageDesk.Request("order-shipped", MessageDesk.OrderData));
        IHtmlDocument html = new HtmlParser().ParseDocument(mail.Html!);

        Assert.That(mail.Subject, Is.EqualTo("Your order L-1042 is on its way"));
        Assert.That(mail.Preheader, Is.EqualTo("Arrives Tuesday, November 24 with DHL"));
        Assert.That(mail.From!.Address, Is.EqualTo("hello@lumen.example"));
        Assert.That(mail.ReplyTo!.Address, Is.EqualTo("help@lumen.example"), "an answer reaches a person");
        Assert.That(html.Title, Is.EqualTo(mail.Subject));
        Assert.That(html.DocumentElement.GetAttribute("lang"), Is.EqualTo("en"));
        Assert.That(html.Body!.FirstElementChild!.TextContent, Does.StartWith(mail.Preheader));
        Assert.That(
            html.QuerySelectorAll("table").Where(table => table.QuerySelector("th") is null).Select(table => table.GetAttribute("role")),
            Has.All.EqualTo("presentation")
        );
        Assert.That(html.QuerySelector("a[href^='tel:']")!.GetAttribute("href"), Is.EqualTo("tel:+390655507777"), "the topic's own phone");
        Assert.That(html.QuerySelectorAll(".done").Length, Is.EqualTo(4));
        Assert.That(mail.Text, Does.Contain("Follow your parcel: https://track.example/L-1042?step=2&lang=en"));
        Assert.That(mail.Text, Does.Contain("\n-- \nLumen Cameras\nPhone: +39 06 5550 7777\n"));
        Assert.That(mail.Text, Does.Contain("You receive this message because it is about your order 1042 with Lumen Cameras."));
    }

    [Test]
    public void A_link_alone_in_its_paragraph_becomes_a_button()
    {
        using MessageDesk desk = MessageDesk.With(("hi.md", Head + "[Go](https://lumen.example/a)\n\nor [there](https://lumen.example/b)"));
        IHtmlDocument html = new HtmlParser().ParseDocument(desk.Compose(MessageDesk.Request("hi")).Html!);

        Assert.That(html.QuerySelectorAll("a.button").Single().TextContent, Is.EqualTo("Go"));
    }

    [Test]
    public void A_text_message_is_led_by_the_brand_and_stays_in_the_sms_alphabet()
    {
        using MessageDesk desk = MessageDesk.WithMails();
        MessageContent sms = desk.Compose(MessageDesk.Request("order-shipped", MessageDesk.OrderData, Channel.Sms));

        Assert.That(
            sms.Text,
            Is.EqualTo(
                "Lumen Cameras: Your order L-1042 is on its way. It arrives Tuesday, November 24 at 2:30 "
                    + "PM.\nhttps://track.example/L-1042?step=2&lang=en"
            )
        );
        Assert.That(sms.Text, Has.All.Matches<char>(c => c < 128));
        Assert.That(sms.Html, Is.Null);
    }

    [Test]
    public void Another_channel_gets_the_plain_text()
    {
        using MessageDesk desk = MessageDesk.With(
            (
                "hi.md",
                Head
                    + "# One\n\n- two\n- **three** [four](https://lumen.example)\n\n1. five\n2. "
                    + "six\n\n![seven](https://lumen.example/7.png) a  \nb\nc <https://lumen.example> `d`"
            )
        );
        MessageContent chat = desk.Compose(MessageDesk.Request("hi", channel: "pigeon"));

        Assert.That(
            chat.Text,
            Is.EqualTo("One\n\n- two\n- three four: https://lumen.example\n\n1. five\n2. six\n\nseven a\nb c https://lumen.example d")
        );
        Assert.That(chat.Html, Is.Null);
    }

    [TestCase("{}", "orderNumber, parcel.carrier, parcel.tracking, arrival")]
    [TestCase(
        "{\"orderNumber\":\" \",\"parcel\":{\"carrier\":null,\"tracking\":\"x\"},\"arrival\":\"2026-11-24\"}",
        "orderNumber, parcel.carrier;"
    )]
    [TestCase("{\"orderNumber\":1,\"parcel\":\"x\",\"arrival\":\"2026-11-24\"}", "parcel.carrier, parcel.tracking;")]
    public void A_missing_required_value_sends_the_message_to_review(string data, string missing)
    {
        using MessageDesk desk = MessageDesk.WithMails();
        MessageException fault = Assert.Throws<MessageException>(() =>
            desk.Compose(MessageDesk.Request("order-shipped", data, culture: "fr-CA"))
        )!;

        Assert.That(fault.Reason.ToString(), Does.Contain(missing));
        Assert.That((fault.Template, fault.Culture), Is.EqualTo(("order-shipped", "fr")));
        Assert.That(fault.Message, Does.Not.Contain("Ana"));
    }

    [Test]
    public void A_missing_template_sends_the_message_to_review()
    {
        using MessageDesk desk = MessageDesk.With(("broken.md", "---\nsubject: x\n---\n{{ if"));

        Assert.That(
            () => desk.Compose(MessageDesk.Request("none")),
            Throws.TypeOf<MessageException>().With.Message.Contains("add none.md")
        );
        Assert.That(() => desk.Compose(MessageDesk.Request("broken")), Throws.TypeOf<MessageException>());
    }

    [Test]
    public void Reserved_names_win_over_data()
    {
        using MessageDesk desk = MessageDesk.With(("hi.md", Head + "{{customer.name}} {{brand.name}} {{journey.key}}"));
        string text = desk.Compose(
            MessageDesk.Request("hi", """{"customer":{"name":"Eve"},"brand":"x","journey":{"key":"y"}}""", Channel.Chat)
        ).Text;

        Assert.That(text, Is.EqualTo("Ana Conti Lumen Cameras 1042"));
    }

    [Test]
    public void Too_much_data_sends_the_message_to_review()
    {
        using MessageDesk desk = MessageDesk.With(
            (
                "hi.md",
                Head
                    + "{{ for a in items }}{{ for b in items }}{{ for c in items }}{{ end }}{{ end }}{{ end }}{{ for a in "
                    + "items }}{{ text }}{{ end }}"
            )
        );
        string Data(int items, int length) =>
            JsonSerializer.Serialize(new { items = Enumerable.Range(0, items), text = new string('*', length) });
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40);

        Assert.That(Reason(Data(1, 300_000)), Does.Contain("larger than 256 KiB"));
        Assert.That(Reason(Data(100, 1)), Does.Contain("more than 10000 rounds"));
        Assert.That(Reason(Data(15, 100_000)), Does.Contain("passes 1048576 characters"));
        Assert.That(Reason(deep), Does.Contain("deeper than 32 levels"));
        Assert.That(desk.Compose(MessageDesk.Request("hi", Data(15, 10), Channel.Chat)).Text, Has.Length.EqualTo(150));

        string Reason(string data) => Assert.Throws<MessageException>(() => desk.Compose(MessageDesk.Request("hi", data)))!.Reason;
    }

    [Test]
    public void A_customer_whose_language_is_not_there_reads_one_language_throughout()
    {
        using MessageDesk desk = MessageDesk.With(("hi.md", Head + "{{relative v}}, {{date v}}"));
        MessageContent mail = desk.Compose(MessageDesk.Request("hi", "{\"v\":\"2026-11-25T09:05:00Z\"}", culture: "de"));

        Assert.That(mail.Text, Does.StartWith("in 3 days, November 25, 2026\n").And.Contain("You receive this message"));
        Assert.That(mail.Html, Does.Contain("<html lang=\"en\""));
    }

    [Test]
    public void A_host_adds_the_words_of_another_language()
    {
        using MessageDesk desk = MessageDesk.With(
            builder =>
                builder.ConfigureMessages(messages =>
                    messages.AddWords(
                        "nl",
                        new Dictionary<string, string>
                        {
                            ["relative.in-days.other"] = "over {0} dagen",
                            ["contact.phone"] = "Telefoon:",
                            ["journey.order"] = "uw bestelling {0}",
                            ["why.service"] = "Omdat het gaat om {0} bij {1}.",
                        }
                    )
                ),
            ("hi.md", Head + "x"),
            ("hi.nl.md", Head + "{{relative v}}")
        );
        MessageContent mail = desk.Compose(
            MessageDesk.Request("hi", "{\"v\":\"2026-11-25T09:05:00Z\"}", culture: "nl-BE") with
            {
                Category = Category.Service,
            }
        );

        Assert.That(
            mail.Text,
            Does.StartWith("over 3 dagen\n")
                .And.Contain("Telefoon: +39")
                .And.Contain("Omdat het gaat om uw bestelling 1042 bij Lumen Cameras.")
                .And.Contain("a person reads it")
        );
    }

    [TestCase(
        "subject: \"x {{ money total }}\"",
        "hi.md, line 2 ({{ money total }}): {{money}} can't read the currency of its first argument"
    )]
    [TestCase("extra: \"{{ total | money }}\"", "hi.md, line 2 ({{ total | money }}): {{money}} can't read the currency")]
    [TestCase("extra: |\n  one\n  {{ date gone }}", "hi.md, line 4 ({{ date gone }}): {{date}} got nothing as its first argument")]
    public void A_fault_names_file_line_value_and_helper(string head, string expected)
    {
        string subject = head.StartsWith("subject", StringComparison.Ordinal) ? "" : "subject: x\n";
        using MessageDesk desk = MessageDesk.With(("hi.md", $"---\n{head}\n{subject}---\nx"));
        MessageException fault = Assert.Throws<MessageException>(() =>
            desk.Compose(MessageDesk.Request("hi", "{\"total\":{\"amount\":1,\"currency\":\"canary-4711\"}}"))
        )!;

        Assert.That(fault.Reason, Does.StartWith(expected).And.Not.Contain("4711"));
    }

    [Test]
    public void A_fault_of_the_body_names_its_line_in_the_file_below_the_front_matter()
    {
        using MessageDesk desk = MessageDesk.With(
            ("hi.md", "---\nsubject: x\n---\n\n\n# Title\n{{ for item in items }}\n- {{ item.price | money }}\n{{ end }}\n{{ items }}\n")
        );
        string ReasonFor(string data) => Assert.Throws<MessageException>(() => desk.Compose(MessageDesk.Request("hi", data)))!.Reason;

        Assert.That(
            ReasonFor("{\"items\":[{\"price\":5}]}"),
            Does.StartWith("hi.md, line 8 ({{ item.price | money }}): {{money}} needs a currency")
        );
        Assert.That(ReasonFor("{\"items\":[]}"), Does.StartWith("hi.md, line 10 ({{ items }}): a map or a list can't be written"));
    }

    [Test]
    public void A_right_to_left_language_says_so()
    {
        using MessageDesk desk = MessageDesk.With(("hi.md", Head + "x"), ("hi.he.md", Head + "שלום"));

        Assert.That(desk.Compose(MessageDesk.Request("hi", culture: "he")).Html, Does.Contain("<html lang=\"he\" dir=\"rtl\">"));
    }

    [Test]
    public void The_machines_culture_changes_nothing()
    {
        using MessageDesk desk = MessageDesk.WithMails();
        MessageContent expected = desk.Compose(MessageDesk.Request("order-shipped", MessageDesk.OrderData));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.That(desk.Compose(MessageDesk.Request("order-shipped", MessageDesk.OrderData)), Is.EqualTo(expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Many_threads_compose_at_once()
    {
        using MessageDesk desk = MessageDesk.WithMails();
        Parallel.For(
            0,
            200,
            i =>
            {
                MessageContent mail = desk.Compose(
                    MessageDesk.Request("order-shipped", MessageDesk.OrderData, name: $"Customer {i}", culture: i % 2 == 0 ? "fr" : "de")
                );
                Assert.That(mail.Text, Does.Contain($"{(i % 2 == 0 ? "Bonjour" : "Guten Tag")} Customer {i},"));
            }
        );
    }

    [Test]
    public void Values_that_are_not_required_may_be_missing()
    {
        using MessageDesk desk = MessageDesk.WithMails();
        MessageContent mail = desk.Compose(
            MessageDesk.Request(
                "order-shipped",
                """{"orderNumber":7,"parcel":{"carrier":"GLS","tracking":"https://t.example"},"arrival":"2026-11-24T13:30:00Z"}""",
                name: null
            ) with
            {
                Step = null,
                Steps = null,
            }
        );

        Assert.That(mail.Text, Does.Contain("\nHello,\n").And.Not.Contain("Item"));
        Assert.That(mail.Html, Does.Not.Contain("class=\"done\""));
    }
}
