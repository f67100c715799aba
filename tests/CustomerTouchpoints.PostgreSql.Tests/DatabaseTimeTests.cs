using CustomerTouchpoints.Testing;

namespace CustomerTouchpoints.PostgreSql.Tests;

public sealed class DatabaseTimeTests
{
    private static readonly DateTimeOffset Database = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly VirtualTime stopwatch = new();

    [Test]
    public void Until_the_database_has_answered_it_is_the_hosts_clock() =>
        Assert.That(new DatabaseTime(stopwatch).GetUtcNow(), Is.EqualTo(stopwatch.GetUtcNow()));

    [Test]
    public void Then_it_is_the_databases_and_goes_on_by_the_stopwatch()
    {
        DatabaseTime clock = Learned(Database);
        stopwatch.Advance(TimeSpan.FromHours(1));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Database.AddHours(1)));
    }

    [Test]
    public void An_answer_that_took_long_changes_nothing_that_it_does_not_disprove()
    {
        DatabaseTime clock = Learned(Database);
        long asked = clock.GetTimestamp();
        stopwatch.Advance(TimeSpan.FromSeconds(9));

        // Somewhere within the nine seconds the database's clock stood at four.
        clock.Learn(Database.AddSeconds(4), asked, clock.GetTimestamp());
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Database.AddSeconds(9)));
    }

    [Test]
    public void A_database_whose_clock_was_set_is_followed_forward()
    {
        DatabaseTime clock = Learned(Database);
        clock.Learn(Database.AddHours(2), clock.GetTimestamp(), clock.GetTimestamp());
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Database.AddHours(2)));
    }

    [Test]
    public void It_never_takes_back_what_it_has_told()
    {
        DatabaseTime clock = Learned(Database);
        DateTimeOffset told = clock.GetUtcNow();
        clock.Learn(Database.AddHours(-2), clock.GetTimestamp(), clock.GetTimestamp());
        Assert.That(clock.GetUtcNow(), Is.EqualTo(told));
        stopwatch.Advance(TimeSpan.FromHours(3));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Database.AddHours(1)));
    }

    private DatabaseTime Learned(DateTimeOffset now)
    {
        var clock = new DatabaseTime(stopwatch);
        clock.Learn(now, clock.GetTimestamp(), clock.GetTimestamp());
        return clock;
    }
}
