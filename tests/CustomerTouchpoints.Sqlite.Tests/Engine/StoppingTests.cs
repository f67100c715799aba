using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>A host that stops in good order leaves nothing in doubt.</summary>
public sealed class StoppingTests
{
    [Test]
    public async Task What_is_being_sent_reports_and_the_rest_waits_for_the_next_host()
    {
        using var folder = new StoreFolder();
        var sender = new SlowSender();
        Task stopping;
        await using (
            RunningHost host = await RunningHost.StartAsync(
                folder,
                touchpoints => touchpoints.AddChannel("email", _ => sender, channel => channel.MaxConcurrency = 1)
            )
        )
        {
            await host.RaiseAsync(Enumerable.Range(1, 3).Select(i => ParcelLifecycle.Fact("packed", "1", $"{i}", "ana")));
            await sender.Begun;
            await host.RaiseAsync(Enumerable.Range(1, 3).Select(i => ParcelLifecycle.Fact("shipped", "2", $"{i}", "ana")));
            stopping = host.StopAsync();
            sender.Finish();
            await stopping;
            Assert.That(
                () => host.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("delivered", "3", "1", "ana")),
                Throws.InvalidOperationException.With.Message.Contains("stopping")
            );
        }

        await using RunningHost next = await RunningHost.StartAsync(folder);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Timeline timeline;
        do
        {
            timeline = await next.Touchpoints.TimelineAsync("ana", patience.Token);
        } while (timeline.Touchpoints.Any(touchpoint => touchpoint.Status != TouchpointStatus.Sent));

        Assert.That(timeline.Touchpoints, Has.Count.EqualTo(6));
        Assert.That(timeline.Touchpoints.Select(touchpoint => touchpoint.MayBeRepeated), Has.All.False);
        Assert.That(sender.Sent.Concat(next.Channel.Sent.Select(message => message.MessageId)), Is.Unique.And.Exactly(6).Items);
    }

    private sealed class SlowSender : IChannelSender
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public List<string> Sent { get; } = [];

        public void Finish() => finish.SetResult();

        public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            Sent.Add(message.MessageId);
            begun.TrySetResult();
            await finish.Task.WaitAsync(cancellationToken);
            return SendResult.Sent();
        }
    }
}
