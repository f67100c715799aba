using CustomerTouchpoints.Knowledge.Articles;
using CustomerTouchpoints.Knowledge.Searching;
using CustomerTouchpoints.Knowledge.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Knowledge.Tests.Searching;

/// <summary>A small desk's questions, asked in other words than those it knows: how many must find their article at least.</summary>
public sealed class SmallDeskTests
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["parcel"] = ["Where is my parcel?", "When will my order arrive?", "My delivery is late", "Track my shipment"],
        ["return"] = ["How do I return an item?", "I want to send something back", "Return label for my order", "It does not fit"],
        ["refund"] = ["When do I get my refund?", "My money has not been paid back", "How long does a refund take?"],
        ["password"] = ["I forgot my password", "I can't log in", "Reset my password", "My login does not work"],
        ["invoice"] = ["I need an invoice", "Where can I download my receipt?", "Send me the bill again"],
        ["address"] = ["Change my delivery address", "I have moved house", "Update the address of my account"],
        ["cancel"] = ["Cancel my order", "I don't want it any more", "Stop my order before it ships"],
        ["voucher"] = ["My voucher does not work", "How do I use a discount code?", "The coupon was refused"],
    };

    private static readonly (string Text, string Article)[] Asked =
    [
        ("where's the parcel I ordered", "parcel"),
        ("tracking my shipment please", "parcel"),
        ("how can I send this item back?", "return"),
        ("do you have a return label", "return"),
        ("when is my refund paid", "refund"),
        ("refunds taking so long", "refund"),
        ("forgot pasword", "password"),
        ("cannot log in to my account", "password"),
        ("I'd like an invoice for my order", "invoice"),
        ("download a receipt", "invoice"),
        ("I moved, change the address", "address"),
        ("please cancel what I ordered", "cancel"),
        ("stop the order", "cancel"),
        ("discount code does not work", "voucher"),
        ("coupon refused", "voucher"),
    ];

    private static readonly (string Text, string Article)[] Paraphrased =
    [
        ("has the courier left the depot yet?", "parcel"),
        ("these shoes are too small for me", "return"),
        ("you still owe me my cash", "refund"),
        ("locked out of my account", "password"),
        ("paperwork for the taxman", "invoice"),
        ("we live in another street now", "address"),
        ("changed my mind, don't dispatch it", "cancel"),
        ("promo is rejected at checkout", "voucher"),
    ];

    [TestCase(false)]
    [TestCase(true)]
    public async Task Questions_in_other_words_find_their_article(bool onServer)
    {
        await using KnowledgeLocation location = onServer ? Locations.PostgreSql() : Locations.Sqlite();
        IKnowledge knowledge = location.Connect();
        await PublishAsync(knowledge);
        Assert.That(await MissedAsync(knowledge, Asked), Has.Length.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task What_means_the_same_is_found_without_a_word_in_common()
    {
        await using KnowledgeLocation location = Locations.Sqlite();
        IKnowledge byWords = location.Connect();
        await PublishAsync(byWords);

        // The other host meets articles that were published without a model.
        IKnowledge byMeaning = location.Connect(knowledge => knowledge.UseMiniLm());
        Assert.That(await MissedAsync(byMeaning, Paraphrased), Has.Length.LessThanOrEqualTo(2));
        Assert.That(await MissedAsync(byMeaning, Asked), Has.Length.LessThanOrEqualTo(1));

        await byWords.RetireAsync("voucher.en");
        Assert.That((await FirstAsync(byMeaning, "promo is rejected at checkout"))?.Article.Id.Name, Is.Not.EqualTo("voucher"));
        await byMeaning.PublishAsync("voucher.en");
        Assert.That((await FirstAsync(byMeaning, "promo is rejected at checkout"))?.Article.Id.Name, Is.EqualTo("voucher"));
    }

    private static async Task PublishAsync(IKnowledge knowledge)
    {
        foreach ((string name, string[] questions) in Known)
        {
            var id = new ArticleId(name, "en");
            await knowledge.SaveAsync(
                id,
                new ArticleContent
                {
                    Question = questions[0],
                    Answer = $"See {name}.",
                    Variants = questions[1..],
                }
            );
            await knowledge.PublishAsync(id);
        }
    }

    private static async Task<string[]> MissedAsync(IKnowledge knowledge, (string Text, string Article)[] asked)
    {
        var missed = new List<string>();
        foreach ((string text, string article) in asked)
        {
            string? found = (await FirstAsync(knowledge, text))?.Article.Id.Name;
            if (found != article)
            {
                missed.Add($"{text}: {found}");
            }
        }

        return [.. missed];
    }

    private static async Task<FoundArticle?> FirstAsync(IKnowledge knowledge, string text)
    {
        IReadOnlyList<FoundArticle> found = await knowledge.SearchAsync(new KnowledgeQuery { Text = text, Language = "en" });
        return found.Count == 0 ? null : found[0];
    }
}
