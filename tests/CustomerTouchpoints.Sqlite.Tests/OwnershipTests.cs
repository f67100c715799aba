using System.Diagnostics;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tests;

public sealed class OwnershipTests
{
    [Test]
    public async Task A_second_store_waits_and_is_then_refused()
    {
        using var folder = new StoreFolder();
        await using SqliteTouchpointStore owner = await folder.OpenAsync();
        var time = new SteppingTime();
        await using SqliteTouchpointStore second = folder.Connect(time: time);
        Assert.That(
            async () => await second.OpenAsync(default),
            Throws
                .TypeOf<StoreUnavailableException>()
                .With.Message.Contains(folder.Database)
                .And.Message.Contains("Stop the other process")
                .And.Property(nameof(StoreUnavailableException.OutcomeUnknown))
                .False
        );
        Assert.That(time.Passed, Is.InRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(31)));
        Assert.That(await owner.ReadHighWaterMarkAsync(default), Is.Null, "The owner goes on.");
    }

    [Test]
    public async Task A_second_store_takes_over_when_the_owner_goes()
    {
        using var folder = new StoreFolder();
        SqliteTouchpointStore owner = await folder.OpenAsync();
        var time = new SteppingTime();
        await using SqliteTouchpointStore second = folder.Connect(time: time);
        time.OnDelay = () =>
        {
            if (time.Passed > TimeSpan.FromSeconds(12))
            {
                owner.DisposeAsync().AsTask().Wait();
            }
        };
        Assert.That(await second.OpenAsync(default), Is.EqualTo(2));
        Assert.That(time.Passed, Is.InRange(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(13)));
    }

    [Test]
    public async Task Waiting_for_the_owner_can_be_given_up()
    {
        using var folder = new StoreFolder();
        await using SqliteTouchpointStore owner = await folder.OpenAsync();
        using var impatience = new CancellationTokenSource();
        await using SqliteTouchpointStore second = folder.Connect(time: new SteppingTime { OnDelay = impatience.Cancel });
        Assert.That(async () => await second.OpenAsync(impatience.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_link_to_the_file_has_the_same_owner()
    {
        using var folder = new StoreFolder();
        await using SqliteTouchpointStore owner = await folder.OpenAsync();
        string link = Path.Combine(folder.Path, "link.db");
        File.CreateSymbolicLink(link, folder.Database);
        await using SqliteTouchpointStore second = folder.Connect(options =>
        {
            options.ConnectionString = $"Data Source={link}";
            options.OwnershipTimeout = TimeSpan.Zero;
        });
        Assert.That(async () => await second.OpenAsync(default), Throws.TypeOf<StoreUnavailableException>());
    }

    [Test]
    public async Task A_refused_store_can_be_opened_later()
    {
        using var folder = new StoreFolder();
        SqliteTouchpointStore owner = await folder.OpenAsync();
        await using SqliteTouchpointStore second = folder.Connect(options => options.OwnershipTimeout = TimeSpan.Zero);
        Assert.That(async () => await second.OpenAsync(default), Throws.TypeOf<StoreUnavailableException>());
        await owner.DisposeAsync();
        Assert.That(await second.OpenAsync(default), Is.EqualTo(2));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "flock(1) stands for a second process.")]
    public async Task A_killed_process_gives_the_file_back()
    {
        using var folder = new StoreFolder();
        await (await folder.OpenAsync()).DisposeAsync();
        using Process other = Process.Start(
            new ProcessStartInfo("flock", ["--no-fork", $"{folder.Database}-owner", "sh", "-c", "echo held; exec cat"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        Assert.That(await other.StandardOutput.ReadLineAsync(), Is.EqualTo("held"));

        await using SqliteTouchpointStore store = folder.Connect(options => options.OwnershipTimeout = TimeSpan.Zero);
        Assert.That(async () => await store.OpenAsync(default), Throws.TypeOf<StoreUnavailableException>());
        other.Kill();
        await other.WaitForExitAsync();
        Assert.That(await store.OpenAsync(default), Is.EqualTo(2));
    }

    [Test]
    public async Task A_missing_folder_is_named()
    {
        using var folder = new StoreFolder();
        string missing = Path.Combine(folder.Path, "missing");
        await using SqliteTouchpointStore store = folder.Connect(options =>
            options.ConnectionString = $"Data Source={missing}/touchpoints.db"
        );
        Assert.That(
            async () => await store.OpenAsync(default),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains(missing).And.Message.Contains("Create it")
        );
    }
}
