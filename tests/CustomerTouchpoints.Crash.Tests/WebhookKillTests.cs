using System.Globalization;
using System.Text.Json;
using CustomerTouchpoints.Email.Tests;
using CustomerTouchpoints.Http.Tests.Wires;

namespace CustomerTouchpoints.Crash.Tests;

/// <summary>Hosts that are killed around the moment at which an endpoint takes a webhook; what counts is what the endpoint has.</summary>
internal sealed class WebhookKillTests
{
    private static readonly string[] Places =
    [
        "AfterClaim:6",
        "BeforeSend:6",
        "AfterSend:1",
        "AfterSend:6",
        "AfterSend:12",
        "ReportBeforeCommit",
        "ReportAfterCommit",
    ];

    [OneTimeSetUp]
    public void Build() => CrashHost.Build();

    [Test]
    public async Task A_webhook_that_was_taken_before_its_host_died_comes_again_under_its_id_and_says_so()
    {
        await using RawServer endpoint = RawServer.Answering("200 OK");
        using TemporaryFolder folder = new();
        var kills = new Kills(folder["touchpoints.db"], endpoint.Url);
        foreach (string place in Places)
        {
            await kills.KillAsync(place);
        }

        await kills.EndAsync();
        ILookup<string, Hook> hooks = endpoint.Requests.Select(Hook.Read).ToLookup(hook => hook.Key);
        int duplicates = hooks.Sum(copies => copies.Count() - 1);
        await TestContext.Out.WriteLineAsync(
            $"{kills.Count} kills, {kills.UnderWay.Count} attempts under way at them, {hooks.Count} messages, {duplicates} of them twice"
        );

        Assert.That(kills.Count, Is.EqualTo(Places.Length));
        Assert.That(
            hooks.Select(copies => copies.Key),
            Is.EquivalentTo(Enumerable.Range(0, kills.News).Select(number => number.ToString(CultureInfo.InvariantCulture))),
            "a webhook was lost"
        );
        Assert.That(hooks.Where(copies => copies.Select(hook => hook.Id).Distinct().Count() != 1), Is.Empty, "one message, one webhook-id");
        Assert.That(hooks.Where(copies => copies.Count(hook => !hook.MayBeRepeat) > 1), Is.Empty, "a duplicate without its flag");
        Assert.That(
            hooks.Where(copies => copies.Count() > 1 + kills.UnderWay.Count(attempt => attempt.Key == copies.Key)),
            Is.Empty,
            "more duplicates than attempts under way"
        );
        Assert.That(duplicates, Is.GreaterThan(0), "no duplicate was provoked: the kills come too early or too late");
    }

    /// <summary>One copy of a message, as the endpoint has it.</summary>
    private sealed record Hook(string Key, string? Id, bool MayBeRepeat)
    {
        public static Hook Read(RawRequest request)
        {
            JsonElement data = JsonDocument.Parse(request.Body).RootElement.GetProperty("data");
            return new Hook(
                data.GetProperty("journey").GetString()!.Split('/')[1],
                request["webhook-id"],
                data.GetProperty("mayBeRepeat").GetBoolean()
            );
        }
    }
}
