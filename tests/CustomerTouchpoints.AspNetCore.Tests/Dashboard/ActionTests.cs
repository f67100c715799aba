using System.Net;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Dashboard;

/// <summary>What is done in the dashboard is done, and the journal has who did it and why.</summary>
public sealed class ActionTests
{
    /// <summary>A template that asks for what no event says: its message waits for a person.</summary>
    private const string Unfillable = "---\nsubject: Hello\nrequires: [carrier]\nsample: { carrier: DHL }\n---\n{{ carrier }}";

    private static readonly (string, string)[] Because = [("reason", "they called <us>"), ("confirm", "yes")];

    [TestCase("Discard", TouchpointStatus.Skipped)]
    [TestCase("Sent", TouchpointStatus.Sent)]
    public async Task A_message_in_review_is_decided_about_with_a_reason_and_a_name(string decision, TouchpointStatus expected)
    {
        var review = new InReview();
        await using DashboardHost host = await DashboardHost.StartAsync(
            DashboardHost.Acts,
            Unfillable,
            compose: touchpoints => touchpoints.AddObserver(review)
        );
        await host.Shop.PlaceAsync("order/1042");
        TouchpointId message = await review.TouchpointAsync();
        string page = $"/messages/one?id={Uri.EscapeDataString(message.ToString())}";

        using HttpResponseMessage response = await host.SendAsync(page, "/messages/review", [.. Because, ("decision", decision)]);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        JourneyView journey = (await host.Touchpoints.GetJourneyAsync("order/1042"))!;
        Assert.That(journey.Touchpoints.Single(touchpoint => touchpoint.Id == message).Status, Is.EqualTo(expected));
        string story = (await host.PageAsync(page)).Body!.TextContent;
        Assert.That(story, Does.Contain("rosa").And.Contain("they called <us>"));
    }

    [Test]
    public async Task Nothing_is_done_without_a_reason_or_without_a_confirmation()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();

        using HttpResponseMessage unconfirmed = await host.SendAsync(
            "/switches",
            "/switches/pause",
            ("scope", "all"),
            ("reason", "because")
        );
        using HttpResponseMessage unreasoned = await host.SendAsync("/switches", "/switches/pause", ("scope", "all"), ("confirm", "yes"));

        Assert.That(unconfirmed.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(unreasoned.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await host.Shop.Services.GetRequiredService<ITouchpointSwitches>().CurrentAsync(), Is.Empty);
    }

    [Test]
    public async Task A_pause_and_its_end_are_in_the_record_with_who_and_why()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        var switches = host.Shop.Services.GetRequiredService<ITouchpointSwitches>();

        using HttpResponseMessage paused = await host.SendAsync("/switches", "/switches/pause", [.. Because, ("scope", "channel:email")]);
        Pause pause = (await switches.CurrentAsync()).Single();
        using HttpResponseMessage resumed = await host.SendAsync("/switches", "/switches/resume", Because);

        Assert.That(pause.Scope.ToString(), Is.EqualTo("channel:email"));
        Assert.That(await switches.CurrentAsync(), Is.Empty);
        Assert.That(
            (await switches.HistoryAsync(2)).Select(operation => (operation.By, operation.Reason)),
            Is.EqualTo(((string, string)[])[("otto", "they called <us>"), ("otto", "they called <us>")])
        );
        Assert.That(resumed.Headers.Location!.ToString(), Is.EqualTo("/touchpoints/switches?done=resumed"));
    }

    [Test]
    public async Task What_is_pending_of_a_journey_is_withdrawn()
    {
        await using DashboardHost host = await DashboardHost.StartAsync(DashboardHost.Administers, Unfillable);
        await host.Shop.Services.GetRequiredService<ITouchpointSwitches>().PauseAsync(SwitchScope.All, "test", "test");
        await host.Shop.PlaceAsync("order/1042");

        using HttpResponseMessage response = await host.SendAsync("/journeys/one?id=order/1042", "/journeys/withdraw", Because);

        Assert.That(response.Headers.Location!.ToString(), Does.EndWith("done=withdrawn"));
        JourneyView journey = (await host.Touchpoints.GetJourneyAsync("order/1042"))!;
        Assert.That(journey.Touchpoints.Select(touchpoint => touchpoint.Status), Is.All.EqualTo(TouchpointStatus.Withdrawn));
    }

    [Test]
    public async Task An_answer_is_said_once_under_the_name_of_who_gave_it()
    {
        await using DashboardHost host = await DashboardHost.StartAsync(DashboardHost.Acts);
        await host.AskAsync("question/7", "Where is it?");

        using HttpResponseMessage first = await host.SendAsync(
            "/inquiries/one?id=question/7",
            "/inquiries/answer",
            ("text", "Around the corner."),
            ("once", "abc")
        );
        using HttpResponseMessage second = await host.SendAsync(
            "/inquiries/one?id=question/7",
            "/inquiries/answer",
            ("text", "Around the corner."),
            ("once", "abc")
        );

        Assert.That(first.Headers.Location!.ToString(), Does.EndWith("done=answered"));
        ConversationView view = (await host.Shop.Services.GetRequiredService<IInquiries>().GetAsync("question/7"))!;
        Assert.That(
            view.Conversation.Messages.Select(message => (message.By, message.Text)),
            Is.EqualTo(((string?, string)[])[(null, "Where is it?"), ("rosa", "Around the corner.")])
        );
    }

    [Test]
    public async Task A_customer_is_handed_out_and_erased_by_who_administers()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        await host.Shop.PlaceAsync("order/1042");

        using HttpResponseMessage export = await host.SendAsync(
            "/customers/one?id=ana",
            "/customers/export",
            [.. Because, ("format", "json")]
        );
        using HttpResponseMessage mistyped = await host.SendAsync(
            "/customers/one?id=ana",
            "/customers/erase",
            [.. Because, ("typed", "anna")]
        );
        CustomerView before = (await host.Touchpoints.GetCustomerAsync("ana"))!;
        using HttpResponseMessage erased = await host.SendAsync(
            "/customers/one?id=ana",
            "/customers/erase",
            [.. Because, ("typed", "ana")]
        );
        CustomerView after = (await host.Touchpoints.GetCustomerAsync("ana"))!;

        Assert.That(export.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That(await export.Content.ReadAsStringAsync(), Does.Contain("order/1042"));
        Assert.That(host.Shop.Log.Entries, Has.Some.StartsWith("1751 ").And.Some.Contains("otto"));
        Assert.That(mistyped.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(before.ErasedAt, Is.Null);
        Assert.That(erased.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(after.ErasedAt, Is.Not.Null);
    }

    [Test]
    public async Task A_copy_of_a_message_is_shown_in_a_frame_that_can_do_nothing()
    {
        await using DashboardHost host = await DashboardHost.StartAsync(configure: dashboard =>
            dashboard.CopyOf = (_, _, _) => Task.FromResult<string?>("<script>alert(1)</script><p>Hello")
        );

        using HttpResponseMessage copy = await host.GetAsync("/messages/copy?id=order/1042~order-placed~1~customer~email");

        string policy = copy.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("sandbox;").And.Contain("default-src 'none'").And.Not.Contain("script-src"));
    }
}
