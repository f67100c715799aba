using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Tests.Smtp;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Email.Tests.Cases;

/// <summary>A server that refuses connections for minutes: whoever looks, sees it.</summary>
public sealed class OutageTests
{
    [Test]
    public async Task A_server_that_refuses_connections_is_in_the_log_the_health_and_the_timeline()
    {
        int port = MailServer.FreePort();
        RecordingLog log = new();
        await using TouchpointsTestHost desk = await TouchpointsTestHost.StartAsync<NewsLifecycle>(configure: touchpoints =>
        {
            touchpoints.Services.AddLogging(logging => logging.AddProvider(log));
            touchpoints.AddSmtpEmail(
                smtp => (smtp.Host, smtp.Port, smtp.RequireTls) = ("127.0.0.1", port, false),
                email => email.From = new MessageAddress("news@lumen.example")
            );
        });

        await desk.RaiseAsync(
            new IncomingEvent
            {
                Journey = JourneyId.Parse("news/1"),
                Id = "1",
                Name = "news.broke",
                Customer = "ana",
            }
        );
        await desk.AdvanceAsync(TimeSpan.FromMinutes(5));

        HealthCheckResult health = await HealthAsync(desk);
        Assert.That(health.Status, Is.EqualTo(HealthStatus.Degraded), health.Description);
        Assert.That(health.Description, Does.Contain("email is down since").And.Contain("can't be reached (ConnectionRefused)"));
        Assert.That(health.Data["channels_down"], Is.EqualTo((string[])["email"]));
        Assert.That(
            log.Entries,
            Is.EqualTo(
                (string[])
                    [
                        "1321 Warning Channel email is down: The server can't be reached (ConnectionRefused). Its messages wait, and it is "
                            + "tried again",
                    ]
            )
        );
        string? told = await desk
            .Services.GetRequiredService<ICustomerTouchpoints>()
            .ExplainAsync(TouchpointId.Parse("news/1~news~1~customer~email"));
        Assert.That(told, Does.Contain("email is down: The server can't be reached (ConnectionRefused)"));

        using (SinkServer server = new(port))
        {
            await desk.AdvanceAsync(TimeSpan.FromMinutes(5));
            Assert.That(server.Mails, Has.Count.EqualTo(1));
        }

        Assert.That((await HealthAsync(desk)).Status, Is.EqualTo(HealthStatus.Healthy));
        Assert.That(log.Entries.Last(), Does.StartWith("1322 Information Channel email takes messages again, after 00:"));
    }

    private static Task<HealthCheckResult> HealthAsync(TouchpointsTestHost desk) =>
        ActivatorUtilities.CreateInstance<TouchpointsHealthCheck>(desk.Services).CheckHealthAsync(new HealthCheckContext());

    private sealed class NewsLifecycle() : Lifecycle("news", version: 1)
    {
        private static readonly State Told = new("told");

        protected override void Define(LifecycleBuilder news)
        {
            news.Line(Told.ReachedBy("news.broke"));
            news.OnEntering(Told).Send("news");
        }
    }
}
