using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Samples.Tests;

/// <summary>The order story, killed in the middle, ends with the same messages as one that was left alone.</summary>
internal sealed class KillTests
{
    private const int Kills = 10;
    private const string PossibleRepeat = "X-Possible-Repeat: yes\r\n";

    /// <summary>After how many new mails each kill falls: spread over the story.</summary>
    private static readonly int[] Patience = [1, 7, 12, 19, 23, 16, 29, 9, 31, 27];

    [Test]
    public async Task Ten_kills_in_mid_story_lose_nothing_and_double_nothing()
    {
        using var calm = new TemporaryFolder();
        using var killed = new TemporaryFolder();
        Task<(int ExitCode, string Output, string Error)> unkilled = SampleRun.ToEndAsync("OrderStory", "--out", calm.Path);

        int inFlight = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            await KillAfterNewMailsAsync(killed, Patience[kill]);
            int sending = SendingIn(killed.Store);
            inFlight += sending > 0 ? 1 : 0;
            await TestContext.Out.WriteLineAsync(
                $"kill {kill + 1}: after {MailsIn(killed).Count} mails, {sending} of them while being sent"
            );
        }

        (int exitCode, string output, string error) = await SampleRun.ToEndAsync("OrderStory", "--out", killed.Path);
        await TestContext.Out.WriteLineAsync($"{inFlight} of {Kills} kills landed while an attempt was Sending");

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(output, Does.Contain("The story goes on"));
        Assert.That(inFlight, Is.GreaterThanOrEqualTo(5), "kills that landed while an attempt was Sending");
        Assert.That((await unkilled).ExitCode, Is.Zero);
        Assert.That(Mail.ReadAll(killed.Mail).Select(mail => mail.Id), Is.EquivalentTo(Mail.ReadAll(calm.Mail).Select(mail => mail.Id)));
        Assert.That(Contents(killed.Mail), Is.EqualTo(Contents(calm.Mail)), "the mails themselves, dates included");
        Assert.That(Contents(killed.Texts), Is.EqualTo(Contents(calm.Texts)), "the text messages");
        Assert.That(OutcomesIn(killed.Store), Is.EqualTo(OutcomesIn(calm.Store)), "what the store says of each touchpoint");
    }

    /// <summary>
    /// Tells the story and kills it as soon as so many mails more are in the folder: most likely before the last one's outcome is stored.
    /// </summary>
    private static async Task KillAfterNewMailsAsync(TemporaryFolder folder, int mails)
    {
        Directory.CreateDirectory(folder.Mail);
        var seen = new ConcurrentDictionary<string, bool>(MailsIn(folder).Select(name => KeyValuePair.Create(name, true)));
        int enough = seen.Count + mails;
        using var watcher = new FileSystemWatcher(folder.Mail, "*.eml");
        SampleRun? story = null;
        watcher.Renamed += (_, file) =>
        {
            seen.TryAdd(file.Name!, true);
            if (seen.Count >= enough)
            {
                story?.Kill();
            }
        };
        watcher.EnableRaisingEvents = true;
        using SampleRun run = story = SampleRun.Start("OrderStory", "--out", folder.Path);
        (int exitCode, _, string error) = await run.EndAsync();
        watcher.EnableRaisingEvents = false;
        Assert.That(exitCode, Is.Not.Zero, $"the story ended before {enough} mails were there: {error}");
    }

    private static IReadOnlyList<string> MailsIn(TemporaryFolder folder) =>
        [.. Directory.EnumerateFiles(folder.Mail, "*.eml").Select(file => Path.GetFileName(file))];

    /// <summary>What the folder has of each message, but for the flag of one that was sent again.</summary>
    private static Dictionary<string, string> Contents(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.*")
            .Where(file => !file.EndsWith(".tmp", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                file => Path.GetFileName(file),
                file => File.ReadAllText(file).Replace(PossibleRepeat, "", StringComparison.Ordinal)
            );

    private static int SendingIn(string store) =>
        Read(store, "SELECT count(*) FROM touchpoints_touchpoints WHERE status = 'Sending'", row => row.GetInt32(0)).Single();

    private static List<string> OutcomesIn(string store) =>
        Read(
            store,
            """
            SELECT lifecycle || '/' || key || '~' || rule || '~' || occurrence || '~' || role || '~' || route || ': ' || status
            FROM touchpoints_touchpoints t JOIN touchpoints_journeys j ON j.id = t.journey ORDER BY 1
            """,
            row => row.GetString(0)
        );

    private static List<T> Read<T>(string store, string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }
}
