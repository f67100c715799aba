using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Samples.Tests;

/// <summary>A shop whose orders and the news of them are one commit, killed wherever it hurts.</summary>
internal sealed class ShopWithEfCoreTests
{
    /// <summary>After how many new orders each kill falls.</summary>
    private static readonly int[] Patience = [1, 3, 8, 2, 13];

    [Test]
    public async Task The_story_takes_two_runs_and_nobody_is_told_of_an_order_that_was_rolled_back()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "shop.db");
        (int killed, string first, _) = await SampleRun.ToEndAsync("ShopWithEfCore", file);
        (int exitCode, string second, string error) = await SampleRun.ToEndAsync("ShopWithEfCore", file);

        Assert.That(killed, Is.Not.Zero);
        Assert.That(first, Does.Contain("mail to ana@mail.example: Order 1: we have it. Thank you, Ana Costa. You ordered a camera."));
        Assert.That(exitCode, Is.Zero, error);
        Assert.That(second, Does.Contain("The shop opens again, with 2 orders."));
        Assert.That(first + second, Does.Contain("mail to clea@mail.example").And.Not.Contain("mail to ben@mail.example"));
        Assert.That(second, Does.EndWith("2 orders, 2 of them told.\n"));
    }

    [Test]
    public async Task Killed_between_the_hosts_commit_and_the_take_no_order_is_lost_and_none_counts_twice()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "shop.db");
        long waiting = 0;
        foreach (int patience in Patience)
        {
            await KillAfterNewOrdersAsync(file, patience);
            waiting += Number(file, "SELECT count(*) FROM touchpoints_intake");
        }

        (int exitCode, string output, string error) = await SampleRun.ToEndAsync("ShopWithEfCore", file, "0");
        long orders = Number(file, "SELECT count(*) FROM Orders");
        await TestContext.Out.WriteLineAsync(
            $"{Patience.Length} kills: {orders} orders, {waiting} found in the intake, "
                + $"{Number(file, "SELECT count(*) FROM touchpoints_touchpoints WHERE attempts > 1")} sent again and flagged"
        );

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(output, Does.EndWith($"{orders} orders, {orders} of them told.\n"));
        Assert.That(waiting, Is.GreaterThanOrEqualTo(Patience.Length), "orders that a kill found between the host's commit and the take");
        Assert.That(Number(file, "SELECT count(*) FROM touchpoints_intake"), Is.Zero);
        Assert.That(
            Number(file, "SELECT count(*) FROM touchpoints_journal WHERE name = 'order.placed'"),
            Is.EqualTo(orders),
            "each order is journaled once"
        );
        Assert.That(
            Number(file, "SELECT count(*) FROM touchpoints_journeys JOIN Orders ON Orders.Id = key"),
            Is.EqualTo(orders),
            "and none that was rolled back"
        );
        Assert.That(Number(file, "SELECT count(*) FROM touchpoints_touchpoints WHERE status = 'Sent'"), Is.EqualTo(orders));
        Assert.That(
            Number(file, "SELECT count(*) FROM touchpoints_touchpoints WHERE attempts > 1 AND NOT may_be_repeated"),
            Is.Zero,
            "a repeat is flagged"
        );
    }

    private static async Task KillAfterNewOrdersAsync(string file, int orders)
    {
        long enough = Number(file, "SELECT count(*) FROM Orders") + orders;
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using SampleRun run = SampleRun.Start("ShopWithEfCore", file, "1000000");
        Task<(int ExitCode, string Output, string Error)> end = run.EndAsync();
        while (!end.IsCompleted && Number(file, "SELECT count(*) FROM Orders") < enough)
        {
            await looks.WaitForNextTickAsync();
        }

        run.Kill();
        Assert.That((await end).ExitCode, Is.Not.Zero, (await end).Error);
    }

    /// <summary>What a query counts; nothing while the file or the table is not there yet.</summary>
    private static long Number(string file, string sql)
    {
        if (!File.Exists(file))
        {
            return 0;
        }

        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException fault) when (fault.Message.Contains("no such table", StringComparison.Ordinal))
        {
            return 0;
        }
    }
}
