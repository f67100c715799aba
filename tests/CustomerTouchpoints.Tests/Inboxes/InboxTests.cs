using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Inboxes.InboxShop;
using static CustomerTouchpoints.Tests.Inboxes.ParcelLifecycle;

namespace CustomerTouchpoints.Tests.Inboxes;

/// <summary>What customers find in their inboxes, and what follows from their reading it.</summary>
public sealed class InboxTests
{
    [Test]
    public async Task A_message_is_there_as_it_was_composed_and_unread()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("sent"));

        InboxPage page = await Of(host).ReadAsync("ana");
        InboxMessage message = page.Messages.Single();
        Assert.That((page.Unread, page.Next, message.ReadAt), Is.EqualTo((1, (string?)null, (DateTimeOffset?)null)));
        Assert.That(message.Touchpoint.ToString(), Is.EqualTo("parcel/1~parcel-sent~1~customer~inbox"));
        Assert.That(message.Text, Does.Contain("parcel-sent"));
        Assert.That((message.At, message.ExpiresAt), Is.EqualTo((host.Time.GetUtcNow(), host.Time.GetUtcNow().AddDays(90))));
        Assert.That((await Of(host).ReadAsync("bo")).Messages, Is.Empty);
        Assert.That(message.ToString(), Does.Not.Contain(message.Text), "what is logged of it by mistake tells nothing");
    }

    [Test]
    public async Task What_was_read_in_time_does_not_come_by_mail_as_well()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("sent"));
        string id = (await Of(host).ReadAsync("ana")).Messages[0].Id;
        await host.AdvanceAsync(Patience / 2);

        Assert.That(await host.CompleteAsync(Of(host).MarkReadAsync("ana", id)), Is.True);
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(host.Channel.Sent, Is.Empty);
        IReadOnlyList<JournalEntryView> history = await host.Touchpoints.HistoryAsync("parcel/1");
        Assert.That(history.Select(entry => entry.Reason.Code), Has.One.EqualTo("receipt-read"));
        InboxPage page = await Of(host).ReadAsync("ana");
        Assert.That((page.Unread, page.Messages[0].ReadAt), Is.EqualTo((0, host.Time.GetUtcNow() - TimeSpan.FromDays(1))));
    }

    [Test]
    public async Task What_nobody_read_in_time_comes_by_mail()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("sent"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(host.Channel.Sent.Select(message => message.Channel), Is.EqualTo([Channel.Email]));
    }

    [Test]
    public async Task Reading_again_and_reading_what_is_not_theirs_changes_nothing()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("sent"));
        string id = (await Of(host).ReadAsync("ana")).Messages[0].Id;

        Assert.That(await host.CompleteAsync(Of(host).MarkReadAsync("bo", id)), Is.False);
        Assert.That(await host.CompleteAsync(Of(host).DeleteAsync("bo", id)), Is.False);
        Assert.That(await host.CompleteAsync(Of(host).MarkReadAsync("ana", "../../etc/passwd")), Is.False);
        Assert.That(await Of(host).CountUnreadAsync("ana"), Is.EqualTo(1));

        await host.CompleteAsync(Of(host).MarkReadAsync("ana", id));
        DateTimeOffset read = host.Time.GetUtcNow();
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(await host.CompleteAsync(Of(host).MarkReadAsync("ana", id)), Is.True);
        Assert.That((await Of(host).ReadAsync("ana")).Messages[0].ReadAt, Is.EqualTo(read));
    }

    [Test]
    public async Task All_are_read_at_once_and_each_is_a_receipt()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("sent"));
        await host.RaiseAsync(Fact("moved", id: "2"));
        await host.RaiseAsync(Fact("sent", key: "2"));

        Assert.That(await host.CompleteAsync(Of(host).MarkAllReadAsync("ana")), Is.EqualTo(3));
        Assert.That(await host.CompleteAsync(Of(host).MarkAllReadAsync("ana")), Is.Zero);
        Assert.That(await Of(host).CountUnreadAsync("ana"), Is.Zero);
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.That(host.Channel.Sent, Is.Empty);
    }

    [Test]
    public async Task Pages_go_on_where_the_one_before_ended()
    {
        await using TouchpointsTestHost host = await StartAsync();
        foreach (int number in Enumerable.Range(1, 5))
        {
            await host.RaiseAsync(Fact("moved", id: $"{number}"));
            await host.AdvanceAsync(TimeSpan.FromMinutes(number % 2));
        }

        List<InboxMessage> read = [];
        var query = new InboxQuery { Limit = 2 };
        do
        {
            InboxPage page = await Of(host).ReadAsync("ana", query);
            read.AddRange(page.Messages);
            query = query with { After = page.Next };
        } while (query.After is not null);

        Assert.That(read.Select(message => message.Id), Is.Unique);
        Assert.That(read.Select(message => message.At), Is.Ordered.Descending);
        Assert.That(read, Has.Count.EqualTo(5));
        Assert.That(
            async () => await Of(host).ReadAsync("ana", new InboxQuery { After = "1.x" }),
            Throws.ArgumentException.With.Message.Contains("no place in an inbox")
        );
    }

    [Test]
    public async Task What_is_deleted_is_gone_and_does_not_come_again()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("moved"));
        string id = (await Of(host).ReadAsync("ana")).Messages[0].Id;

        Assert.That(await host.CompleteAsync(Of(host).DeleteAsync("ana", id)), Is.True);
        Assert.That(await host.CompleteAsync(Of(host).DeleteAsync("ana", id)), Is.False);
        Assert.That((await Of(host).ReadAsync("ana")).Messages, Is.Empty);
        Assert.That((await host.Store().Inbox.FindInboxAsync(id, default))!.Text, Is.Empty);
    }

    [Test]
    public async Task What_may_have_been_put_there_is_put_again_and_is_there_once()
    {
        int calls = 0;
        await using TouchpointsTestHost host = await StartAsync(touchpoints =>
        {
            Func<IServiceProvider, IChannelSender> inner = SenderOf(touchpoints);
            touchpoints.AddChannel(
                Channel.Inbox,
                services => new Breaking(inner(services), () => ++calls == 1 ? new IOException("The line broke.") : null)
            );
        });
        await host.RaiseAsync(Fact("moved"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.That(calls, Is.EqualTo(2), "or nothing is tested");
        Assert.That((await Of(host).ReadAsync("ana")).Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_no_store_could_keep_is_left_out_and_a_text_is_bounded()
    {
        await using TouchpointsTestHost host = await StartAsync();
        IChannelSender sender = host.Services.GetRequiredService<Senders>().For(Channel.Inbox, null)!;
        MessageContent content = new() { Subject = "a\0b\ud83e", Text = "one\ntwo\0" + new string('x', 30_000) };
        await sender.SendAsync(Some.Message() with { At = host.Time.GetUtcNow(), Content = content }, default);

        InboxMessage message = (await Of(host).ReadAsync("ana")).Messages.Single();
        Assert.That(message.Subject, Is.EqualTo("ab\ufffd"));
        Assert.That(message.Text, Does.StartWith("one\ntwox").And.Length.LessThan(20_100));
    }

    [Test]
    public async Task Whether_it_is_there_can_be_asked()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("moved"));
        InboxMessage message = (await Of(host).ReadAsync("ana")).Messages[0];
        IChannelLookup lookup = host.Services.GetRequiredService<Senders>().LookupOf(Channel.Inbox, null)!;
        var attempt = new DoubtfulAttempt
        {
            Touchpoint = message.Touchpoint,
            MessageId = message.Id,
            Attempt = 1,
            Channel = Channel.Inbox,
            Customer = "ana",
        };

        Assert.That((await lookup.LookUpAsync(attempt, default)).Outcome, Is.EqualTo(LookupOutcome.Sent));
        Assert.That(
            (await lookup.LookUpAsync(attempt with { MessageId = new string('0', 32) }, default)).Outcome,
            Is.EqualTo(LookupOutcome.NotAccepted)
        );
    }

    private static Func<IServiceProvider, IChannelSender> SenderOf(TouchpointsBuilder touchpoints) =>
        touchpoints
            .Services.Select(service => service.ImplementationInstance)
            .OfType<ChannelRegistration>()
            .Last(registration => registration.Channel == Channel.Inbox)
            .CreateSender!;

    private sealed class Breaking(IChannelSender inner, Func<Exception?> fault) : IChannelSender
    {
        public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            SendResult result = await inner.SendAsync(message, cancellationToken);
            return fault() is { } thrown ? throw thrown : result;
        }
    }
}
