using CustomerTouchpoints.Knowledge.Articles;
using CustomerTouchpoints.Knowledge.Tests.Databases;

namespace CustomerTouchpoints.Knowledge.Tests.Articles;

/// <summary>Articles as Markdown files.</summary>
public sealed class ArticleFileTests
{
    private DirectoryInfo folder = null!;

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("touchpoints-articles-");

    [TearDown]
    public void Remove() => folder.Delete(recursive: true);

    [Test]
    public void A_file_has_everything_that_an_article_has()
    {
        ArticleFile file = Read(
            """
            ---
            question: What if I lost my card?
            variants:
              - My card was stolen
            topics: [cards, safety]
            products: visa
            valid-from: 2026-01-01
            review-days: 90
            pictures:
              /freeze.png: The button
            ---
            **Freeze** it.
            """
        );
        Assert.That(file.Id, Is.EqualTo((ArticleId)"lost-card.en"));
        Assert.That(file.Content.Answer, Is.EqualTo("**Freeze** it."));
        Assert.That(file.Content.Topics, Is.EqualTo(["cards", "safety"]));
        Assert.That(file.Content.Variants, Is.EqualTo(["My card was stolen"]));
        Assert.That(
            file.Content.Media.Single(),
            Is.EqualTo(new ArticleMedia(ArticleMediaKind.Picture, new Uri("/freeze.png", UriKind.Relative), "The button"))
        );
        Assert.That(file.Content.ValidFrom, Is.EqualTo(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(file.Content.ReviewEvery, Is.EqualTo(TimeSpan.FromDays(90)));
        Assert.That(file.IsDraft, Is.False);
    }

    [TestCase("no front matter")]
    [TestCase("---\nanswer: 1\n---\nx")]
    [TestCase("---\ntopics: [a]\n---\nx")]
    [TestCase("---\nquestion: What?\nvalid-from: soon\n---\nx")]
    [TestCase("---\nquestion: What?\n---\n")]
    public void A_file_that_is_no_article_is_refused_with_its_path(string text) =>
        Assert.That(() => Read(text), Throws.TypeOf<InvalidArticleException>().With.Property("Path").EndsWith("lost-card.en.md"));

    [Test]
    public async Task Files_are_published_at_the_start_and_again_when_they_change()
    {
        await using KnowledgeLocation location = Locations.Sqlite();
        Write("---\nquestion: Lost card?\n---\nFreeze it.");
        Assert.That(await VersionsAsync(), Is.EqualTo([1]));
        Assert.That(await VersionsAsync(), Is.EqualTo([1]));
        Write("---\nquestion: Lost card?\n---\nCall us.");
        Assert.That(await VersionsAsync(), Is.EqualTo([2, 1]));

        async Task<int[]> VersionsAsync()
        {
            IKnowledge knowledge = location.Connect(builder => builder.AddArticles(folder.FullName));
            Assert.That((await knowledge.FindAsync("lost-card.en"))?.Status, Is.EqualTo(ArticleStatus.Published));
            return [.. (await knowledge.VersionsAsync("lost-card.en")).Select(version => version.Version)];
        }
    }

    private ArticleFile Read(string text)
    {
        Write(text);
        return ArticleFile.Read(Path.Combine(folder.FullName, "lost-card.en.md"));
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(folder.FullName, "lost-card.en.md"), text);
}
