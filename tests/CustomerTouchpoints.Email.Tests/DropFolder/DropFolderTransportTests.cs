using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.DropFolder;
using CustomerTouchpoints.Sqlite.Tests;

namespace CustomerTouchpoints.Email.Tests.DropFolder;

public sealed class DropFolderTransportTests
{
    [Test]
    public async Task A_message_is_one_file_named_after_its_id()
    {
        using TemporaryFolder folder = new();
        EmailMessage message = Some.Email(Some.Message(7));

        SendResult result = await new DropFolderTransport(folder["mail/out"]).SendAsync(message, CancellationToken.None);

        string path = folder["mail/out/00000000000000000000000000000007.eml"];
        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent));
        Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(message.ToBytes()));
        Assert.That(Directory.GetFileSystemEntries(folder["mail/out"]), Is.EqualTo((string[])[path]));
    }

    [Test]
    public async Task A_message_that_is_sent_again_overwrites_its_own_file()
    {
        using TemporaryFolder folder = new();
        DropFolderTransport transport = new(folder.Path);
        OutgoingMessage message = Some.Message();
        EmailMessage again = Some.Email(message with { At = message.At.AddDays(1) });

        await transport.SendAsync(Some.Email(message), CancellationToken.None);
        await transport.SendAsync(again, CancellationToken.None);

        Assert.That(folder.Mails, Has.Count.EqualTo(1));
        Assert.That(await File.ReadAllBytesAsync(folder.Mails[0]), Is.EqualTo(again.ToBytes()));
    }

    [Test]
    public async Task A_folder_on_a_full_disk_is_a_channel_that_is_down_until_there_is_room()
    {
        using SmallDisk disk = SmallDisk.Mount(megabytes: 1);
        string folder = Path.Combine(disk.Path, "mails");
        DropFolderTransport transport = new(folder);
        await transport.SendAsync(Some.Email(Some.Message(1)), CancellationToken.None);
        disk.Fill();

        SendResult full = await transport.SendAsync(Some.Email(Some.Message(2)), CancellationToken.None);
        Assert.That(full.Outcome, Is.EqualTo(SendOutcome.ChannelDown));
        Assert.That(Directory.GetFileSystemEntries(folder), Has.Length.EqualTo(1), "Nothing half written stays.");

        disk.MakeRoom();
        SendResult again = await transport.SendAsync(Some.Email(Some.Message(2)), CancellationToken.None);
        Assert.That(again.Outcome, Is.EqualTo(SendOutcome.Sent));
        Assert.That(Directory.GetFileSystemEntries(folder), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task A_reader_of_the_folder_never_sees_half_a_message()
    {
        const int EnoughReads = 100;
        using TemporaryFolder folder = new();
        DropFolderTransport transport = new(folder.Path);
        OutgoingMessage large = Some.Message();
        large = large with { Content = large.Content with { Html = $"<p>{new string('ü', 40_000)}</p>" } };
        EmailMessage[] messages =
        [
            .. Enumerable.Range(1, 12).Select(number => Some.Email(large with { MessageId = Some.Message(number).MessageId })),
        ];
        Dictionary<string, byte[]> whole = messages.ToDictionary(
            message => folder[$"{message.MessageId[..32]}.eml"],
            message => message.ToBytes()
        );
        int read = 0;

        async Task WriteUntilReadAsync(int first)
        {
            for (int i = first; i < first + messages.Length || Volatile.Read(ref read) < EnoughReads; i++)
            {
                SendResult result = await transport.SendAsync(messages[i % messages.Length], CancellationToken.None);
                Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent), result.Reason);
            }
        }

        Task writing = Task.WhenAll(Enumerable.Range(0, 3).Select(writer => Task.Run(() => WriteUntilReadAsync(4 * writer))));
        try
        {
            while (!writing.IsCompleted)
            {
                foreach (string path in folder.Mails)
                {
                    byte[] found = await File.ReadAllBytesAsync(path);
                    Assert.That(found.AsSpan().SequenceEqual(whole[path]), $"read {found.Length} of {whole[path].Length} bytes");
                    Interlocked.Increment(ref read);
                }

                await Task.Yield();
            }
        }
        finally
        {
            Interlocked.Add(ref read, EnoughReads);
            await writing;
        }

        Assert.That(Directory.GetFiles(folder.Path), Is.EquivalentTo(whole.Keys), "no unfinished file stays behind");
    }

    [Test]
    public async Task A_folder_that_can_not_be_written_to_means_that_the_channel_is_down()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder["taken"], "a file where the folder should be");

        SendResult result = await new DropFolderTransport(folder["taken"]).SendAsync(Some.Email(Some.Message()), CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.ChannelDown));
        Assert.That(result.Reason, Does.Contain("drop folder").And.Not.Contain("ana@"));
    }

    [Test]
    public async Task A_file_that_can_not_be_put_into_place_leaves_nothing_behind()
    {
        using TemporaryFolder folder = new();
        EmailMessage message = Some.Email(Some.Message(7));
        Directory.CreateDirectory(folder["00000000000000000000000000000007.eml"]);

        SendResult result = await new DropFolderTransport(folder.Path).SendAsync(message, CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.ChannelDown));
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }

    [Test]
    public async Task A_cancelled_send_writes_nothing_and_says_so()
    {
        using TemporaryFolder folder = new();

        SendResult result = await new DropFolderTransport(folder.Path).SendAsync(
            Some.Email(Some.Message()),
            new CancellationToken(canceled: true)
        );

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.TemporaryFailure));
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }

    [Test]
    public void A_folder_is_brought_to_disk()
    {
        using TemporaryFolder folder = new();

        Assert.That(DirectoryFlush.Try(folder.Path), Is.True);
        Assert.That(DirectoryFlush.Try(folder["missing"]), Is.EqualTo(OperatingSystem.IsWindows()));
    }
}
