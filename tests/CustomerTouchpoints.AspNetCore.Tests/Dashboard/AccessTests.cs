using System.Net;
using Microsoft.AspNetCore.Builder;

namespace CustomerTouchpoints.AspNetCore.Tests.Dashboard;

/// <summary>Who gets in, and who does not.</summary>
public sealed class AccessTests
{
    private static readonly Action<IEndpointConventionBuilder>[] Insecure =
    [
        _ => { },
        endpoints => endpoints.RequireAuthorization(),
        endpoints => endpoints.AllowAnonymous(),
        endpoints => endpoints.RequireAuthorization("look").AllowAnonymous(),
    ];

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Without_a_policy_there_is_no_dashboard_and_the_log_says_why(int which)
    {
        await using DashboardHost host = await DashboardHost.StartAsync(secure: Insecure[which]);

        foreach (string path in (string[])["", "/messages", "/now", "/switches"])
        {
            using HttpResponseMessage response = await host.GetAsync(path);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
            Assert.That(await response.Content.ReadAsStringAsync(), Is.Empty);
        }

        using HttpResponseMessage posted = await host.PostAsync("/switches/pause", []);
        Assert.That(posted.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(host.Shop.Log.Entries.Count(entry => entry.StartsWith("1750 Error", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(host.Shop.Log.Entries, Has.Some.Contains("RequireAuthorization(\"policy\")"));
    }

    [Test]
    public async Task Strangers_and_customers_stay_outside()
    {
        await using DashboardHost stranger = await DashboardHost.StartAsync(who: "");
        await using DashboardHost customer = await DashboardHost.StartAsync(who: "ana");

        using HttpResponseMessage nobody = await stranger.GetAsync("/messages");
        using HttpResponseMessage ana = await customer.GetAsync("/messages");

        Assert.That(nobody.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(ana.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Who_looks_sees_no_form_and_may_send_none()
    {
        await using DashboardHost host = await DashboardHost.StartAsync(DashboardHost.Looks);
        await host.Shop.PlaceAsync("order/1042");

        foreach (string page in (string[])["/switches", "/customers/one?id=ana", "/journeys/one?id=order/1042"])
        {
            Assert.That((await host.PageAsync(page)).QuerySelectorAll("form[method=post]"), Is.Empty, page);
        }
    }

    [Test]
    public async Task Who_looks_can_not_act_and_who_acts_can_not_administer()
    {
        await using DashboardHost looks = await DashboardHost.StartAsync(DashboardHost.Looks);
        await using DashboardHost acts = await DashboardHost.StartAsync(DashboardHost.Acts);
        await looks.Shop.PlaceAsync("order/1042");
        string token = await acts.AskAsync("question/7", "Where is it?");
        (string, string)[] done =
        [
            ("id", "order/1042"),
            ("scope", "all"),
            ("reason", "because"),
            ("confirm", "yes"),
            (DashboardHost.Token, token),
        ];

        using HttpResponseMessage withdrawn = await looks.PostAsync("/journeys/withdraw", done);
        using HttpResponseMessage paused = await acts.PostAsync("/switches/pause", done);
        using HttpResponseMessage erased = await acts.PostAsync("/customers/erase", [("id", "ana"), ("typed", "ana"), .. done[2..]]);

        Assert.That(withdrawn.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(paused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await paused.Content.ReadAsStringAsync(), Does.Contain("you may look, and not do this"));
        Assert.That(erased.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await acts.PageAsync("/switches")).Body!.TextContent, Does.Contain("Nothing is paused"));
    }

    [Test]
    public async Task A_form_without_its_token_or_with_somebody_elses_does_nothing()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        string token = await host.AskAsync("question/7", "Where is it?");
        (string, string)[] pause = [("scope", "all"), ("reason", "because"), ("confirm", "yes")];

        using HttpResponseMessage without = await host.PostAsync("/switches/pause", pause);
        using HttpResponseMessage wrong = await host.PostAsync("/switches/pause", [.. pause, (DashboardHost.Token, token[..^4] + "AAAA")]);

        Assert.That(without.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await host.PageAsync("/switches")).Body!.TextContent, Does.Contain("Nothing is paused"));
        using HttpResponseMessage right = await host.PostAsync("/switches/pause", [.. pause, (DashboardHost.Token, token)]);
        Assert.That(right.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [Test]
    public async Task Who_has_no_name_does_nothing()
    {
        await using DashboardHost host = await DashboardHost.StartAsync("- look act administer");

        Assert.That((await host.PageAsync("/switches")).QuerySelectorAll("form[method=post]"), Is.Empty);
    }
}
