using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>The whole engine in virtual time on a real file, across restarts.</summary>
public sealed class EngineOnSqliteTests
{
    [Test]
    public async Task An_attempt_that_a_dead_host_left_goes_out_again_under_the_same_id()
    {
        using var folder = new StoreFolder();
        string messageId;
        await using (TouchpointsTestHost dying = await StartAsync(folder))
        {
            dying.Channel.AnswerWith(SendResult.Sent());
            Task raising = dying.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "7", "ana"));
            await dying.Services.GetRequiredService<TouchpointsEngine>().StepAsync();
            await raising;

            // The attempt is committed; the host dies before it is made, or before its outcome is.
            messageId = new CustomerTouchpoints.TouchpointId("parcel/7", "parcel-packed", "1", "customer", "email").ToString();
        }

        await using TouchpointsTestHost next = await StartAsync(folder);
        await next.AdvanceAsync(TimeSpan.Zero);

        Assert.That(
            next.Sent.Select(message => (message.Touchpoint.ToString(), message.Attempt, message.MayBeRepeat)),
            Is.EqualTo([(messageId, 2, true)])
        );
        Assert.That(
            await next.Touchpoints.ExplainAsync(CustomerTouchpoints.TouchpointId.Parse(messageId)),
            Does.Contain("the host stopped while it was being sent")
        );
    }

    [Test]
    public async Task Timers_survive_a_restart()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync(folder))
        {
            await first.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "7", "ana"));
        }

        await using TouchpointsTestHost second = await StartAsync(folder);
        await second.AdvanceAsync(TimeSpan.FromDays(2));

        second.SentTo("ana").ShouldBe("parcel-waits", "parcel-waits");
    }

    [Test]
    public async Task A_pause_and_what_it_holds_survive_a_restart()
    {
        using var folder = new StoreFolder();
        await using (TouchpointsTestHost first = await StartAsync(folder))
        {
            await first.Services.GetRequiredService<ITouchpointSwitches>().PauseAsync(SwitchScope.Of("email"), "wrong price", "ben");
            await first.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "7", "ana"));
        }

        await using TouchpointsTestHost second = await StartAsync(folder);
        await second.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "8", "bob"));
        second.Sent.ShouldBe();

        await second.Services.GetRequiredService<ITouchpointSwitches>().ResumeAsync(SwitchScope.Of("email"), "mended", "ben");
        await second.AdvanceAsync(TimeSpan.Zero);
        second.Sent.ShouldBe("parcel-packed", "parcel-packed");
    }

    private static Task<TouchpointsTestHost> StartAsync(StoreFolder folder) =>
        TouchpointsTestHost.StartAsync<ParcelLifecycle>(touchpoints => touchpoints.UseSqlite($"Data Source={folder.Database}"));
}
