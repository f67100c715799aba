using System.Text;
using System.Text.Json;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static CustomerTouchpoints.Tests.Inboxes.InboxShop;
using static CustomerTouchpoints.Tests.Inboxes.ParcelLifecycle;

namespace CustomerTouchpoints.Tests.Inboxes;

/// <summary>What becomes of an inbox: it is bounded, goes with its customer, is handed out, and tells whoever observes.</summary>
public sealed class InboxCustomerTests
{
    [Test]
    public async Task The_oldest_leave_for_the_newest_and_what_has_expired_is_not_shown_and_leaves()
    {
        await using TouchpointsTestHost host = await StartAsync(configure: inbox =>
            (inbox.MostPerCustomer, inbox.Keep) = (2, TimeSpan.FromDays(2))
        );
        foreach (int number in Enumerable.Range(1, 3))
        {
            await host.RaiseAsync(Fact("moved", id: $"{number}"));
            await host.AdvanceAsync(TimeSpan.FromHours(1));
        }

        Assert.That((await Of(host).ReadAsync("ana")).Messages.Select(message => message.Touchpoint.Occurrence), Is.EqualTo(["3", "2"]));
        await host.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.That((await Of(host).ReadAsync("ana")).Messages, Is.Empty);
        Assert.That(await Of(host).CountUnreadAsync("ana"), Is.Zero);

        await host.RaiseAsync(Fact("moved", key: "2", customer: "bo"));
        Assert.That(await host.Store().Inbox.ReadInboxAsync("ana", null, false, null, 10, default), Is.Empty);
    }

    [Test]
    public async Task Who_turns_out_to_be_another_brings_their_messages_along()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("moved"));
        await host.RaiseAsync(Fact("moved", key: "2", customer: "bo"));
        await host.CompleteAsync(Identity(host).MergeCustomersAsync("ana", "bo", "desk"));

        Assert.That((await Of(host).ReadAsync("bo")).Messages, Has.Count.EqualTo(2));
        Assert.That((await Of(host).ReadAsync("ana")).Messages, Has.Count.EqualTo(2), "an alias has the same");
        await host.RaiseAsync(Fact("moved", id: "2"));
        Assert.That((await Of(host).ReadAsync("bo")).Unread, Is.EqualTo(3));
    }

    [Test]
    public async Task Who_is_erased_has_nothing_and_gets_nothing()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("moved"));
        string id = (await Of(host).ReadAsync("ana")).Messages[0].Id;
        await host.CompleteAsync(Identity(host).EraseAsync("ana", "desk", "asked for"));

        Assert.That(await host.Store().Inbox.FindInboxAsync(id, default), Is.Null);
        IChannelSender sender = host.Services.GetRequiredService<Senders>().For(Channel.Inbox, null)!;
        SendResult late = await sender.SendAsync(Some.Message(), default);
        Assert.That(late.Outcome, Is.EqualTo(SendOutcome.PermanentFailure));
        Assert.That((await Of(host).ReadAsync("ana")).Messages, Is.Empty);
    }

    [Test]
    public async Task What_is_exported_has_the_inbox()
    {
        await using TouchpointsTestHost host = await StartAsync();
        await host.RaiseAsync(Fact("moved"));
        using var to = new MemoryStream();
        await Identity(host).ExportAsync("ana", to, ExportFormat.Json);

        JsonElement inbox = JsonDocument.Parse(Encoding.UTF8.GetString(to.ToArray())).RootElement.GetProperty("inbox");
        Assert.That(inbox[0].GetProperty("text").GetString(), Does.Contain("parcel-moved"));
        Assert.That(inbox.GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_observes_hears_whose_inbox_has_changed()
    {
        var observer = new Hearing();
        await using TouchpointsTestHost host = await StartAsync(touchpoints => touchpoints.AddObserver(observer));
        await host.RaiseAsync(Fact("moved"));
        string id = (await Of(host).ReadAsync("ana")).Messages[0].Id;
        await host.CompleteAsync(Of(host).MarkReadAsync("ana", id));
        await host.CompleteAsync(Of(host).DeleteAsync("ana", id));
        await host.AdvanceAsync(TimeSpan.Zero);

        TouchpointNotice[] heard = [.. observer.Heard.Where(notice => notice.Kind == NoticeKind.InboxChanged)];
        Assert.That(heard.Select(notice => notice.Reason.Code), Is.EqualTo(["inbox-arrived", "inbox-read", "inbox-deleted"]));
        Assert.That(heard.Select(notice => notice.Customer?.Value), Is.All.EqualTo("ana"));
    }

    [Test]
    public async Task Options_that_can_not_work_are_refused()
    {
        await using TouchpointsTestHost host = await StartAsync(configure: inbox =>
            (inbox.MostPerCustomer, inbox.Keep) = (0, TimeSpan.Zero)
        );
        Assert.That(
            () => host.Services.GetRequiredService<IOptions<InboxOptions>>().Value,
            Throws
                .TypeOf<OptionsValidationException>()
                .With.Message.Contains("InboxOptions.Keep: 00:00:00")
                .And.Message.Contains("InboxOptions.MostPerCustomer: 0")
        );
    }

    private static ICustomerIdentity Identity(TouchpointsTestHost host) => host.Services.GetRequiredService<ICustomerIdentity>();

    private sealed class Hearing : ITouchpointObserver
    {
        public List<TouchpointNotice> Heard { get; } = [];

        public Task ObserveAsync(IReadOnlyList<TouchpointNotice> notices, CancellationToken cancellationToken)
        {
            Heard.AddRange(notices);
            return Task.CompletedTask;
        }
    }
}
