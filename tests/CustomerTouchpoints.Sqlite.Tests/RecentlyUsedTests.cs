namespace CustomerTouchpoints.Sqlite.Tests;

public sealed class RecentlyUsedTests
{
    [Test]
    public void The_latest_row_of_a_key_is_found()
    {
        var recent = new RecentlyUsed<int, string>(capacity: 10, row => row.Length);
        recent.Remember(1, "old");
        recent.Remember(1, "new");
        Assert.That(recent.Find(1), Is.EqualTo("new"));
        Assert.That(recent.Find(2), Is.Null);
    }

    [Test]
    public void What_was_not_used_for_two_generations_is_forgotten()
    {
        var recent = new RecentlyUsed<int, string>(capacity: 10, row => row.Length);
        recent.Remember(1, "first");
        recent.Remember(2, "second");
        Assert.That(recent.Find(1), Is.EqualTo("first"), "It has moved to the younger generation.");
        for (int i = 10; i < 1000; i++)
        {
            recent.Remember(i, "many");
        }

        Assert.That(Enumerable.Range(0, 1000).Count(key => recent.Find(key) is not null), Is.InRange(2, 4));
    }

    [Test]
    public void Rewriting_one_row_pushes_no_other_out()
    {
        var recent = new RecentlyUsed<int, string>(capacity: 10, row => row.Length);
        recent.Remember(1, "one");
        for (int i = 0; i < 100; i++)
        {
            recent.Remember(2, "two");
        }

        Assert.That(recent.Find(1), Is.EqualTo("one"));
    }
}
