using CustomerTouchpoints.Knowledge.Articles;
using CustomerTouchpoints.Knowledge.Searching;

namespace CustomerTouchpoints.Knowledge.Tests.Databases;

/// <summary>What holds on every database. Each derives from it.</summary>
public abstract class KnowledgeContract
{
    private KnowledgeLocation location = null!;

    private protected KnowledgeLocation Location => location;

    private IKnowledge Knowledge { get; set; } = null!;

    private protected abstract KnowledgeLocation Begin();

    [SetUp]
    public void Connect()
    {
        location = Begin();
        Knowledge = location.Connect(knowledge =>
            knowledge.AddSynonyms("en", "ATM", "cash machine").Configure(options => options.SuggestFrom = 0.5)
        );
    }

    [TearDown]
    public async Task Remove() => await location.DisposeAsync();

    [Test]
    public async Task A_draft_is_not_found_until_it_is_published()
    {
        Article draft = await Knowledge.SaveAsync("lost-card.en", LostCard(), by: "ana");
        Assert.That(
            draft,
            Has.Property("Version").EqualTo(1).And.Property("Status").EqualTo(ArticleStatus.Draft).And.Property("SavedBy").EqualTo("ana")
        );
        Assert.That(await FoundAsync("my card is lost"), Is.Empty);
        Assert.That(await Knowledge.ListAsync(new ArticleFilter { Drafts = true }), Has.Count.EqualTo(1));

        await Knowledge.PublishAsync("lost-card.en");
        Assert.That(await FoundAsync("my card is lost"), Is.EqualTo(["lost-card"]));
        Assert.That(await Knowledge.ListAsync(new ArticleFilter { Drafts = true }), Is.Empty);
    }

    [Test]
    public async Task What_was_written_is_read_back_whole()
    {
        ArticleContent content = LostCard() with
        {
            Products = ["visa"],
            Media = [new ArticleMedia(ArticleMediaKind.Video, new Uri("/freeze.mp4", UriKind.Relative), "Freezing a card")],
            ValidFrom = location.Time.GetUtcNow(),
            ValidTo = location.Time.GetUtcNow().AddDays(9),
            ReviewEvery = TimeSpan.FromDays(3),
        };
        await PublishAsync("lost-card.en", content);
        Article article = (await Knowledge.FindAsync("lost-card.en"))!;
        Assert.That(article.Content, Is.EqualTo(content).UsingPropertiesComparer());
        Assert.That(article.ReviewDue, Is.EqualTo(location.Time.GetUtcNow().AddDays(3)));
    }

    [Test]
    public async Task A_new_version_takes_the_place_of_the_old_one()
    {
        await PublishAsync("lost-card.en", LostCard());
        await Knowledge.SaveAsync("lost-card.en", Content("What if my passport is gone?", "Call us."));
        Assert.That(await FoundAsync("passport"), Is.Empty);
        Assert.That(await FoundAsync("lost card"), Is.EqualTo(["lost-card"]));

        await Knowledge.PublishAsync("lost-card.en");
        Assert.That(await FoundAsync("passport"), Is.EqualTo(["lost-card"]));
        Assert.That(await FoundAsync("stolen"), Is.Empty);
        Assert.That(
            (await Knowledge.VersionsAsync("lost-card.en")).Select(version => (version.Version, version.Status)),
            Is.EqualTo([(2, ArticleStatus.Published), (1, ArticleStatus.Retired)])
        );

        await Knowledge.PublishAsync("lost-card.en", version: 1);
        Assert.That(await FoundAsync("stolen"), Is.EqualTo(["lost-card"]));
    }

    [Test]
    public async Task A_retired_article_is_found_no_more()
    {
        await PublishAsync("lost-card.en", LostCard());
        Assert.That(await Knowledge.RetireAsync("lost-card.en"), Is.True);
        Assert.That(await Knowledge.RetireAsync("lost-card.en"), Is.False);
        Assert.That(await FoundAsync("lost card"), Is.Empty);
        Assert.That(await Knowledge.FindAsync("lost-card.en"), Is.Null);
        Assert.That(await Knowledge.FindAsync("lost-card.en", 1), Is.Not.Null);
    }

    [Test]
    public async Task An_article_is_found_within_its_validity_only()
    {
        DateTimeOffset now = location.Time.GetUtcNow();
        await PublishAsync(
            "sale.en",
            Content("When is the winter sale?", "Now.") with
            {
                ValidFrom = now.AddDays(1),
                ValidTo = now.AddDays(2),
            }
        );
        Assert.That(await FoundAsync("winter sale"), Is.Empty);
        location.Time.Advance(TimeSpan.FromDays(1));
        Assert.That(await FoundAsync("winter sale"), Is.EqualTo(["sale"]));
        location.Time.Advance(TimeSpan.FromDays(1));
        Assert.That(await FoundAsync("winter sale"), Is.Empty);
        Assert.That(await Knowledge.ListAsync(new ArticleFilter()), Is.Empty);
    }

    [Test]
    public async Task Words_are_found_by_their_stems_typos_and_synonyms()
    {
        await PublishAllAsync();
        Assert.That((await FoundAsync("losing cards"))[0], Is.EqualTo("lost-card"));
        Assert.That((await FoundAsync("exchnage rates"))[0], Is.EqualTo("rates"));
        Assert.That((await FoundAsync("atm"))[0], Is.EqualTo("cash"));
    }

    [TestCase("de", "Wie lange dauern Überweisungen?", "uberweisung dauert")]
    [TestCase("fr", "Où est l'adresse de livraison ?", "adresses de livraisons")]
    [TestCase("it", "Come posso cambiare la password?", "cambio password")]
    [TestCase("ja", "カードが届きません", "カード")]
    public async Task Each_language_has_its_own_words(string language, string question, string asked)
    {
        await PublishAsync(new ArticleId("it-is", language), Content(question, "..."));
        await PublishAsync("other.en", Content(question, "..."));
        IReadOnlyList<FoundArticle> found = await Knowledge.SearchAsync(new KnowledgeQuery { Text = asked, Language = language });
        Assert.That(found.Select(each => $"{each.Article.Id}"), Is.EqualTo([$"it-is.{language}"]));
    }

    [Test]
    public async Task Words_that_were_asked_for_are_marked()
    {
        await PublishAsync("lost-card.en", Content("What if I lose <my> card?", "Freeze the cards in the app."));
        FoundArticle found = (await Knowledge.SearchAsync(new KnowledgeQuery { Text = "losing a card", Language = "en-GB" }))[0];
        Assert.That(found.Question.ToHtml(), Is.EqualTo("What if I <mark>lose</mark> &lt;my&gt; <mark>card</mark>?"));
        Assert.That(found.Excerpt.ToHtml(), Is.EqualTo("Freeze the <mark>cards</mark> in the app."));
    }

    [Test]
    public async Task Lists_and_searches_keep_to_a_topic_and_a_product()
    {
        await PublishAllAsync();
        await PublishAsync("lost-gold.en", LostCard() with { Topics = ["gold"], Products = ["gold"] });
        Assert.That(
            (await Knowledge.ListAsync(new ArticleFilter { Topic = "gold" })).Select(each => each.Id.Name),
            Is.EqualTo(["lost-gold"])
        );
        Assert.That(await Knowledge.ListAsync(new ArticleFilter { Product = "silver" }), Has.Count.EqualTo(3));
        IReadOnlyList<FoundArticle> found = await Knowledge.SearchAsync(
            new KnowledgeQuery
            {
                Text = "lost card",
                Language = "en",
                Topic = "cards",
                Product = "silver",
            }
        );
        Assert.That(found.Select(each => each.Article.Id.Name), Is.EqualTo(["lost-card"]));
    }

    [Test]
    public async Task An_article_comes_due_for_review_and_is_reviewed()
    {
        await PublishAsync("lost-card.en", LostCard() with { ReviewEvery = TimeSpan.FromDays(10) });
        await PublishAsync("cash.en", Content("Where is a cash machine?", "Here."));
        location.Time.Advance(TimeSpan.FromDays(10));
        Assert.That((await Knowledge.DueForReviewAsync()).Select(each => each.Id.Name), Is.EqualTo(["lost-card"]));
        Article reviewed = await Knowledge.ReviewedAsync("lost-card.en");
        Assert.That(reviewed.ReviewedAt, Is.EqualTo(location.Time.GetUtcNow()));
        Assert.That(await Knowledge.DueForReviewAsync(), Is.Empty);
    }

    [Test]
    public async Task What_is_used_most_comes_first_and_old_uses_are_forgotten()
    {
        await PublishAllAsync();
        await Knowledge.RecordUseAsync("cash.en", ArticleUse.Opened);
        await Knowledge.RecordUseAsync("rates.en", ArticleUse.Solved);
        location.Time.Advance(TimeSpan.FromDays(7));
        await Knowledge.RecordUseAsync("lost-card.en", ArticleUse.Opened);
        await Knowledge.RecordUseAsync("lost-card.en", ArticleUse.Opened);
        Assert.That(
            (await Knowledge.MostAskedAsync("en")).Select(each => (each.Article.Id.Name, each.Count)),
            Is.EqualTo([("lost-card", 2L), ("cash", 1L)])
        );
        Assert.That(await Knowledge.MostAskedAsync("en", within: 7), Has.Count.EqualTo(1));
        Assert.That((await Knowledge.MostAskedAsync("en", ArticleUse.Solved))[0].Article.Id.Name, Is.EqualTo("rates"));
    }

    [Test]
    public async Task Another_host_sees_what_is_published_and_what_is_not_any_more()
    {
        IKnowledge other = location.Connect();
        await PublishAsync("lost-card.en", LostCard());
        var query = new KnowledgeQuery { Text = "stolen card", Language = "en" };
        Assert.That(await other.SearchAsync(query), Has.Count.EqualTo(1));
        await PublishAsync("lost-card.en", Content("Where is my parcel?", "On its way."));
        Assert.That(await other.SearchAsync(query), Is.Empty);
    }

    [Test]
    public async Task The_index_is_the_same_whatever_was_published_before()
    {
        await PublishAllAsync();
        double[] scores = await ScoresAsync();
        await PublishAsync("lost-card.en", Content("Where is my parcel?", "On its way."));
        await PublishAsync("passport.en", Content("Where is my passport?", "At home."));
        await Knowledge.RetireAsync("passport.en");
        await Knowledge.PublishAsync("lost-card.en", version: 1);
        Assert.That(await ScoresAsync(), Is.EqualTo(scores));

        async Task<double[]> ScoresAsync() =>
            [
                .. (
                    await Knowledge.SearchAsync(new KnowledgeQuery { Text = "is my card lost at the cash machine", Language = "en" })
                ).Select(each => each.Score),
            ];
    }

    [Test]
    public async Task An_answer_is_suggested_only_to_a_question_that_fits()
    {
        await PublishAllAsync();
        Assert.That((await Knowledge.SuggestAsync("I lost my card", "en"))!.Article.Id.Name, Is.EqualTo("lost-card"));
        Assert.That(await Knowledge.SuggestAsync("Do you sell bicycles to my aunt?", "en"), Is.Null);
        Assert.That(await Knowledge.SuggestAsync("?!", "en"), Is.Null);
        Assert.That(await Knowledge.SuggestAsync("I lost my card", "de"), Is.Null);
    }

    [TestCase("'; DROP TABLE knowledge_articles; --")]
    [TestCase("card\" OR \"lost")]
    [TestCase("NEAR(card lost) * ^ : \\ & | ! <->")]
    [TestCase("😀 \ud83d card")]
    public async Task Whatever_is_typed_is_only_words(string text)
    {
        await PublishAllAsync();
        Assert.That(async () => await FoundAsync(text), Throws.Nothing);
        Assert.That(await FoundAsync("lost card"), Is.Not.Empty);
    }

    private static ArticleContent Content(string question, string answer) => new() { Question = question, Answer = answer };

    private static ArticleContent LostCard() =>
        Content("What if I lost my card?", "Freeze it in the app.") with
        {
            Variants = ["My card was stolen", "I can't find my card"],
            Topics = ["cards"],
        };

    private async Task PublishAllAsync()
    {
        await PublishAsync("lost-card.en", LostCard());
        await PublishAsync("rates.en", Content("Which exchange rate do I get?", "That of the day."));
        await PublishAsync("cash.en", Content("Where is a cash machine?", "On the map."));
    }

    private async Task PublishAsync(ArticleId id, ArticleContent content)
    {
        Article draft = await Knowledge.SaveAsync(id, content);
        Article published = await Knowledge.PublishAsync(id);
        Assert.That((published.Version, published.Status), Is.EqualTo((draft.Version, ArticleStatus.Published)));
    }

    private async Task<string[]> FoundAsync(string text) =>
        [.. (await Knowledge.SearchAsync(new KnowledgeQuery { Text = text, Language = "en" })).Select(each => each.Article.Id.Name)];
}
