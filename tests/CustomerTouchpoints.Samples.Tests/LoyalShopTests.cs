namespace CustomerTouchpoints.Samples.Tests;

/// <summary>The day of one customer, as docs/concepts/gate.md tells it.</summary>
public sealed class LoyalShopTests
{
    [Test]
    public async Task A_day_is_told_and_no_more_than_that()
    {
        using var folder = new TemporaryFolder();
        (int exitCode, string output, string error) = await SampleRun.ToEndAsync("LoyalShop", folder.Path);
        Assert.That(exitCode, Is.Zero, error);
        Assert.That(
            output,
            Does.Contain("62 things happened")
                .And.Contain("A sender that asks nothing: 54 messages; 23 promotional, 10 that ring between 21:00 and 08:00.")
                .And.Contain("This one: 35 messages, 5 of them after they had waited; 5 promotional, 5 that ring between 21:00 and 08:00.")
                .And.Contain("Not sent: 18 skipped (stale), 1 withdrawn (solved).")
        );
        Assert.That(
            Directory.GetFiles(Path.Combine(folder.Path, "mail")).Length + Directory.GetFiles(Path.Combine(folder.Path, "sms")).Length,
            Is.EqualTo(35)
        );
    }
}
