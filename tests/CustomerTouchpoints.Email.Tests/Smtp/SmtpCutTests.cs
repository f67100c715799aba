using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Smtp;

namespace CustomerTouchpoints.Email.Tests.Smtp;

/// <summary>
/// Connections that are cut at every stage of a session, in clear text and under TLS: what is told is what the server knows.
/// </summary>
public sealed class SmtpCutTests
{
    private const int CutsOfEachSide = 75;
    private const int CutsUnderTls = 25;

    [Test]
    public async Task Two_hundred_connections_cut_at_every_stage_are_all_classified_right()
    {
        using MailServer clear = new(tls: false, login: false);
        using MailServer secure = new();
        var cuts = new List<Cut>();
        await CutAsync(clear, port => Via.Plain(port), CutsOfEachSide, cuts);
        await CutAsync(secure, port => Via.Tls(secure, port), CutsUnderTls, cuts);
        Assert.That(cuts, Has.Count.EqualTo(200));

        // The sessions that were cut come to their ends; then the servers' own records are complete.
        clear.Settle();
        secure.Settle();
        HashSet<string> accepted = [.. clear.Accepted, .. secure.Accepted];
        Assert.Multiple(() =>
        {
            foreach (Cut cut in cuts)
            {
                bool arrived = accepted.Contains(cut.MessageId);
                Assert.That(
                    cut.Result.Outcome,
                    Is.AnyOf(SendOutcome.Sent, SendOutcome.TemporaryFailure, SendOutcome.ChannelDown, SendOutcome.Uncertain),
                    cut.ToString()
                );
                Assert.That(
                    arrived,
                    cut.Result.Outcome switch
                    {
                        SendOutcome.Sent => Is.True,
                        SendOutcome.Uncertain => Is.True.Or.False,
                        _ => Is.False,
                    },
                    $"{cut}: arrived is {arrived}"
                );
                if (cut.Stage is { } stage)
                {
                    Assert.That(
                        cut.Result.Outcome == SendOutcome.Uncertain,
                        stage == Stage.Payload ? Is.True.Or.False : Is.False,
                        cut.ToString()
                    );
                    Assert.That(cut.Result.Outcome == SendOutcome.Sent, Is.EqualTo(stage == Stage.Taken), cut.ToString());
                }
            }
        });

        TestContext.Out.WriteLine(
            string.Join(
                "\n",
                cuts.GroupBy(cut => (cut.Stage, cut.Result.Outcome, Arrived: accepted.Contains(cut.MessageId)))
                    .OrderBy(group => group.Key.Stage)
                    .Select(group => $"{group.Key}: {group.Count()}")
            )
        );
        Assert.That(
            cuts.Select(cut => cut.Stage).OfType<Stage>().Distinct(),
            Is.EquivalentTo(Enum.GetValues<Stage>()),
            "Each stage is cut."
        );
        Assert.That(
            cuts.Count(cut => cut.Result.Outcome == SendOutcome.Uncertain && accepted.Contains(cut.MessageId)),
            Is.GreaterThan(5),
            "Some were taken, and only the reply was lost."
        );
    }

    /// <summary>Cuts as many sessions after growing numbers of bytes from the client, and as many from the server.</summary>
    private static async Task CutAsync(MailServer server, Func<int, SmtpTransport> connect, int count, List<Cut> cuts)
    {
        (int ofClient, int ofServer) = await LengthsAsync(server, connect);
        for (int i = 0; i < 2 * count; i++)
        {
            bool client = i % 2 == 0;
            int after = ((i / 2) + 1) * (client ? ofClient : ofServer) / count;
            EmailMessage email = Some.Email(Some.Message(1000 + cuts.Count));
            using CuttingProxy proxy = new(server.Port)
            {
                AfterFromClient = client ? after : null,
                AfterFromServer = client ? null : after,
                Reset = i % 3 == 0,
            };
            SendResult result;
            using (SmtpTransport transport = connect(proxy.Port))
            {
                result = await transport.SendAsync(email, CancellationToken.None);
            }

            cuts.Add(
                new Cut(
                    email.MessageId,
                    $"after {after} bytes of the {(client ? "client" : "server")}",
                    server.IsSecure ? null : StageOf(proxy),
                    result
                )
            );
        }
    }

    private static async Task<(int OfClient, int OfServer)> LengthsAsync(MailServer server, Func<int, SmtpTransport> connect)
    {
        using CuttingProxy proxy = new(server.Port);
        using (SmtpTransport transport = connect(proxy.Port))
        {
            Assert.That(
                (await transport.SendAsync(Some.Email(Some.Message()), CancellationToken.None)).Outcome,
                Is.EqualTo(SendOutcome.Sent)
            );
        }

        return (proxy.FromClient.Length, proxy.FromServer.Length);
    }

    /// <summary>How far the session came, by what the client was told.</summary>
    private static Stage StageOf(CuttingProxy proxy)
    {
        string[] replies = [.. proxy.FromServer.Split("\r\n")[..^1].Where(line => line[3] == ' ').Select(line => line[..3])];
        return replies.Length switch
        {
            0 => Stage.Greeting,
            1 => Stage.Hello,
            2 => Stage.Sender,
            3 => Stage.Recipient,
            4 => Stage.Data,
            5 => Stage.Payload,
            _ => Stage.Taken,
        };
    }

    /// <summary>What the client waits for when it is cut.</summary>
    private enum Stage
    {
        Greeting,
        Hello,
        Sender,
        Recipient,
        Data,
        Payload,
        Taken,
    }

    private sealed record Cut(string MessageId, string Where, Stage? Stage, SendResult Result);
}
