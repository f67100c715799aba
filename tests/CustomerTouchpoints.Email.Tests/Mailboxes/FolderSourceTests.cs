using CustomerTouchpoints.Email.Mailboxes;
using CustomerTouchpoints.Testing;

namespace CustomerTouchpoints.Email.Tests.Mailboxes;

/// <summary>Maildirs and folders of files: a mail is in one place at any time, and each place says what became of it.</summary>
public sealed class FolderSourceTests
{
    private static readonly HashSet<string> Nothing = [];
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Start() => folder = new TemporaryFolder();

    [TearDown]
    public void Stop() => folder.Dispose();

    [Test]
    public async Task A_maildir_is_read_and_its_mail_moved()
    {
        Directory.CreateDirectory(folder["new"]);
        Write("new/1700000002.b.host", 2);
        Write("new/1700000001.a.host", 1);
        Write("new/1700000003.c.host", 3);
        await using FolderSource source = new("box", FolderLayout.Maildir(folder.Path), new VirtualTime());

        IReadOnlyList<MailEntry> mails = await source.ListAsync(Nothing, 10, CancellationToken.None);
        await source.DoneAsync(mails[0], CancellationToken.None);
        await source.SetAsideAsync(mails[1], "It is odd.", CancellationToken.None);

        Assert.That(mails.Select(mail => mail.Id[^6..]), Is.EqualTo(["a.host", "b.host", "c.host"]), "Oldest first.");
        Assert.That(
            Files(),
            Is.EquivalentTo([
                "new/1700000003.c.host",
                "cur/1700000001.a.host:2,S",
                ".Aside/cur/1700000002.b.host:2,F",
                ".Aside/reasons/1700000002.b.host.reason.txt",
            ])
        );
        Assert.That(await File.ReadAllTextAsync(folder[".Aside/reasons/1700000002.b.host.reason.txt"]), Is.EqualTo("It is odd.\n"));
    }

    [Test]
    public async Task A_folder_of_files_is_read_and_what_is_no_mail_stays()
    {
        Write("1.eml", 1);
        Write("2.eml", 2);
        Write("3.eml.tmp", 3);
        Write(".4.eml", 4);
        await using FolderSource source = new("box", FolderLayout.Files(folder.Path), new VirtualTime());

        IReadOnlyList<MailEntry> mails = await source.ListAsync(Nothing, 10, CancellationToken.None);
        await source.DoneAsync(mails[0], CancellationToken.None);
        await source.SetAsideAsync(mails[1], "It is odd.", CancellationToken.None);

        Assert.That(Files(), Is.EquivalentTo(["done/1.eml", "aside/2.eml", "aside/2.eml.reason.txt", "3.eml.tmp", ".4.eml"]));
        Assert.That(await source.ListAsync(Nothing, 10, CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task What_another_host_has_taken_meanwhile_is_no_fault()
    {
        Write("1.eml", 1);
        await using FolderSource source = new("box", FolderLayout.Files(folder.Path), new VirtualTime());
        MailEntry mail = (await source.ListAsync(Nothing, 10, CancellationToken.None)).Single();
        File.Delete(folder["1.eml"]);

        Assert.That(await source.OpenAsync(mail, CancellationToken.None), Is.Null);
        Assert.That(async () => await source.DoneAsync(mail, CancellationToken.None), Throws.Nothing);
    }

    [Test]
    public async Task A_folder_that_is_not_there_yet_is_empty()
    {
        await using FolderSource source = new("box", FolderLayout.Files(folder["none"]), new VirtualTime());
        Assert.That(await source.ListAsync(Nothing, 10, CancellationToken.None), Is.Empty);
    }

    private void Write(string name, int age)
    {
        File.WriteAllText(folder[name], "From: ana@post.example\n\nHello\n");
        File.SetLastWriteTimeUtc(folder[name], new DateTime(2026, 1, 5, 9, 0, age, DateTimeKind.Utc));
    }

    private IEnumerable<string> Files() =>
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Path, file));
}
