using CustomerTouchpoints.Email.Mailboxes;
using CustomerTouchpoints.Testing;

namespace CustomerTouchpoints.Email.Tests.Mailboxes;

/// <summary>The loop of a mailbox goes on whatever happens, and leaves alone what can't be reached.</summary>
public sealed class MailboxWorkerTests
{
    [TestCase(1, 1)]
    [TestCase(2, 2)]
    [TestCase(5, 16)]
    [TestCase(9, 256)]
    [TestCase(10, 300)]
    [TestCase(1_000_000, 300)]
    public void Pauses_grow_up_to_five_minutes(int failures, int seconds) =>
        Assert.That(ReconnectSchedule.After(failures), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test]
    public async Task A_mailbox_that_is_out_of_reach_is_tried_ever_more_rarely_and_read_when_it_is_back()
    {
        using CancellationTokenSource stopping = new();
        VirtualTime time = new();
        RecordingLog log = new();
        HeldMailbox mailbox = new() { Fault = new IOException("s3cret"), Waiting = async _ => await stopping.CancelAsync() };
        mailbox.Add("1", "From: ana@post.example\r\nSubject: Received\r\n\r\nHello\r\n");
        using MailboxWorker worker = Worker(time, log);

        Task loop = worker.LoopAsync(mailbox, stopping.Token);
        foreach (int seconds in (int[])[1, 2, 4])
        {
            await UntilAsync(() => log.Entries.LastOrDefault()?.Contains($"00:00:0{seconds}:", StringComparison.Ordinal) is true);
            if (seconds == 4)
            {
                mailbox.Fault = null;
            }

            time.MoveTo(time.GetUtcNow() + TimeSpan.FromSeconds(seconds));
        }

        await loop;
        Assert.That(mailbox.Done, Is.EqualTo(["1"]));
        Assert.That(
            log.Entries,
            Has.Count.EqualTo(3).And.All.StartWith("1503 Warning Mailbox held can't be read").And.All.EndsWith("IOException")
        );
        Assert.That(string.Concat(log.Entries), Does.Not.Contain("s3cret"));
    }

    private static MailboxWorker Worker(VirtualTime time, RecordingLog log) =>
        new(
            [],
            null!,
            new ScriptedMail(),
            Microsoft.Extensions.Options.Options.Create(new InboundMailOptions()),
            Microsoft.Extensions.Options.Options.Create(new TouchpointsOptions()),
            time,
            log
        );

    /// <summary>The loop runs on other threads; virtual time moves once it waits for it.</summary>
    private static async Task UntilAsync(Func<bool> there)
    {
        for (int turn = 0; turn < 100_000 && !there(); turn++)
        {
            await Task.Yield();
        }

        Assert.That(there());
    }
}
