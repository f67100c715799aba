using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Messages;

public sealed class TemplateCatalogTests
{
    private const string Head = "---\nsubject: Hello\n---\n";

    [TestCase("fr-CA", "email", "fr-CA")]
    [TestCase("fr-BE", "email", "fr")]
    [TestCase("fr", "email", "fr")]
    [TestCase("en", "email", "default")]
    [TestCase("de", "email", "default")]
    [TestCase("not a culture", "email", "default")]
    [TestCase("fr-CA", "sms", "fr sms", Description = "Within the language, the channel's own file comes first.")]
    [TestCase("en", "sms", "default sms")]
    [TestCase("it", "sms", "it", Description = "The language comes before the channel: an Italian reads Italian.")]
    [TestCase("de", "sms", "default sms")]
    public void A_message_is_looked_for_language_by_language(string culture, string channel, string expected)
    {
        using MessageDesk desk = MessageDesk.With(
            ("hi.md", Head + "default"),
            ("hi.fr.md", Head + "fr"),
            ("hi.fr-CA.md", Head + "fr-CA"),
            ("hi.it.md", Head + "it"),
            ("hi.sms.en.md", "default sms"),
            ("hi.sms.fr.md", "fr sms")
        );
        string text = desk.Compose(MessageDesk.Request("hi", channel: channel, culture: culture)).Text;

        Assert.That(text.Split("\n\n")[0].Replace("Lumen Cameras: ", ""), Is.EqualTo(expected));
        Assert.That(desk.Catalog.Check(), Is.Empty);
    }

    [Test]
    public void A_message_exists_when_every_customer_can_get_it()
    {
        using MessageDesk desk = MessageDesk.With(("all.md", Head + "x"), ("french.fr.md", Head + "x"), ("text.sms.md", "x"));

        Assert.That(desk.Catalog.Contains("all", Channel.Sms), Is.True);
        Assert.That(desk.Catalog.Contains("french", Channel.Email), Is.False);
        Assert.That(desk.Catalog.Contains("text", Channel.Sms), Is.True);
        Assert.That(desk.Catalog.Contains("text", Channel.Email), Is.False);
        Assert.That(desk.Catalog.Contains("none", Channel.Email), Is.False);
        Assert.That(
            desk.Catalog.Check().Select(fault => fault.ToString()),
            Has.One.Contains("french.fr.md: nothing is there for customers of other languages. Add french.md")
        );
    }

    [Test]
    public void Later_folders_override_earlier_ones()
    {
        string later = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(later, "hi.md"), Head + "later");
        using MessageDesk desk = MessageDesk.With(
            builder => builder.AddTemplates(later),
            ("hi.en.md", Head + "earlier"),
            ("other.md", Head + "kept")
        );

        Assert.That(desk.Compose(MessageDesk.Request("hi", channel: Channel.Chat)).Text, Is.EqualTo("later"));
        Assert.That(desk.Compose(MessageDesk.Request("other", channel: Channel.Chat)).Text, Is.EqualTo("kept"));
        Directory.Delete(later, recursive: true);
    }

    [TestCase("hi.md", "---\nsubject: {{name}}\n---\nx", "hi.md: its subject is not a text", "in quotes")]
    [TestCase("hi.md", "---\nsubject: a: b\n---\nx", "hi.md: its front matter is not YAML", "in quotes")]
    [TestCase("hi.md", "---\nsubject: x\nsubjekt: y\n---\nx", "unknown keys: subjekt", "the known ones are subject, headline, preheader")]
    [TestCase("hi.md", "---\nsubject: x\nx", "its front matter has no end", "close it")]
    [TestCase("hi.md", "---\nsubject: x\nrequires: { a: 1 }\n---\nx", "its requires is not a list of names", "write requires: [")]
    [TestCase("hi.md", "---\nsubject: x\nsample: [1]\n---\nx", "its sample is not a map", "name: value")]
    [TestCase("hi.md", "just text", "it has no subject", "give subject:")]
    [TestCase("hi.md", "---\nsubject: x\n---\n{{ if a }}open", "in its body, line 4: it is not a Scriban template", "")]
    [TestCase("hi.md", "---\nsubject: \"{{{a}}}\"\n---\nx", "in its subject, line 2: it is written in Handlebars ({{{)", "UseHandlebars")]
    [TestCase("hi.md", "---\nsubject: x\n---\n{{orderNumer}}", "it names \"orderNumer\", which the data lacks", "give it in the sample")]
    [TestCase(
        "hi.md",
        "---\nsubject: x\nsample: { orderNumber: 1 }\n---\n{{ order_number }}",
        "\"order_number\"",
        "write orderNumber, as the"
    )]
    [TestCase("hi.md", "---\nsubject: x\nsample: { o: { itemId: 1 } }\n---\n{{ o.ItemID }}", "names \"ItemID\"", "write itemId, as the")]
    [TestCase("hi.md", "---\nsubject: x\nsample: { order: { id: 1 } }\n---\n{{order.nr}}", "it names \"nr\"", "give it in the sample")]
    [TestCase("hi.md", "---\nsubject: x\nsample: { a: 1 }\n---\n{{ if b }}x{{ end }}", "it names \"b\"", "null if it may be missing")]
    [TestCase(
        "hi.md",
        "---\nsubject: x\nrequires: [a.b]\nsample: { a: {} }\n---\nx",
        "its sample lacks what it requires: a.b",
        "under sample:"
    )]
    [TestCase("hi.md", "---\nsubject: x\ntopic: retuns\n---\nx", "its topic \"retuns\" is none of the brand's (delivery)", "UseBrand")]
    [TestCase(
        "hi.md",
        "---\nsubject: x\nsample: { when: \"2026-11-22\" }\n---\n{{date when}}",
        "when nothing but what it requires is known, line 5 ({{ date when }}): {{date}} got nothing",
        "list the name under requires"
    )]
    [TestCase(
        "hi.md",
        "---\nsubject: \"{{a}}\"\nsample: { a: x }\n---\nx",
        "when nothing but what it requires is known, its subject is empty",
        "give subject:"
    )]
    [TestCase("hi.md", "---\nsubject: x\nextra: \"{{loud}}\"\n---\nx", "\"loud\"", "")]
    [TestCase(
        "hi.md",
        "---\nsubject: x\n---\n{{ loud 1 }}",
        "line 4: it calls \"loud\", which is no helper",
        "the helpers are date, datetime"
    )]
    [TestCase(
        "hi.md",
        "---\nsubject: x\n---\n{{ 1 | loud }}",
        "line 4: it calls \"loud\", which is no helper",
        "the helpers are date, datetime"
    )]
    [TestCase("Order Shipped.md", "x", "its name is not of the form", "rename it")]
    [TestCase("hi.sms.zz-not-one.md", "x", "its name is not of the form", "rename it")]
    public void A_fault_names_the_file_what_and_the_remedy(string file, string text, string what, string remedy)
    {
        using MessageDesk desk = MessageDesk.With((file, text));

        Assert.That(
            desk.Catalog.Check().Select(fault => fault.ToString()),
            Has.Some.Contains(file).And.Contains(what).And.Contains(remedy).IgnoreCase,
            string.Join("\n", desk.Catalog.Check())
        );
    }

    [Test]
    public void All_faults_are_told_at_once()
    {
        using MessageDesk desk = MessageDesk.With(
            builder =>
                builder
                    .AddTemplates("nowhere")
                    .UseBrand(brand =>
                    {
                        brand.Color = "red;}";
                        brand.Contact.Email = "nobody";
                        brand.Logo = new Uri("javascript:alert(1)");
                        brand.Topics["loud"] = new ContactOptions { Phone = "call us" };
                    })
                    .ConfigureMessages(messages =>
                    {
                        messages.DefaultTimeZone = "Mars";
                        messages.DefaultCulture = "klingon!";
                        messages.AddWords(
                            "nl",
                            new Dictionary<string, string> { ["contact.fone"] = "Telefoon", ["progress.step"] = "stap {0 van" }
                        );
                    }),
            ("a.md", "x"),
            ("b.md", Head + "{{b}}"),
            ("c.md", Head + "x"),
            ("c.en.md", Head + "y"),
            ("_note.md", "a note")
        );
        string faults = string.Join("\n", desk.Catalog.Check());

        Assert.That(desk.Catalog.Check(), Has.Count.EqualTo(12), faults);
        foreach (
            string fault in (string[])
                [
                    "nowhere",
                    "\"red;}\"",
                    "\"nobody\"",
                    "logo",
                    "\"call us\"",
                    "\"Mars\"",
                    "\"klingon!\"",
                    "\"contact.fone\"",
                    "progress.step\" for nl",
                    "a.md",
                    "b.md",
                    "c.md",
                ]
        )
        {
            Assert.That(faults, Does.Contain(fault));
        }
    }

    [Test]
    public void Optional_values_inside_conditions_are_no_fault()
    {
        using MessageDesk desk = MessageDesk.With(
            (
                "hi.md",
                "---\nsubject: x\nrequires: [a, customer.attributes.tier]\nsample:\n  a: 1\n  note: null\n  when: \"2026-11-22\"\n  "
                    + "customer: { attributes: { tier: gold } }\n---\n{{a}}{{note}}{{ if when }}{{date "
                    + "when}}{{ end }}{{customer.attributes.tier}}"
            )
        );

        Assert.That(desk.Catalog.Check(), Is.Empty);
    }

    [Test]
    public void Registering_twice_changes_nothing()
    {
        var services = new ServiceCollection();
        services.AddMessages();
        int count = services.Count;
        services.AddMessages();

        Assert.That(services, Has.Count.EqualTo(count));
    }
}
