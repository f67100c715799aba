using System.Globalization;
using CustomerTouchpoints.Desks;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Tests.Inquiries;

/// <summary>
/// Two representatives, a customer, a bot and the customer's answering machine at one inquiry, in any order, several at once. Each may have
/// looked a while ago, and may report what they did twice.
/// </summary>
internal sealed class DeskDialogue(Desk desk, int seed)
{
    private const int Steps = 60;

    private static readonly JourneyId Inquiry = "question/1";
    private static readonly string[] OpenStates =
    [
        "received",
        "read",
        "in-work",
        "second-tier",
        "answered",
        "waiting-for-customer",
        "waiting-for-us",
    ];
    private static readonly string[] StatesThatWaitForUs = ["received", "read", "in-work", "second-tier", "waiting-for-us"];

    private readonly Random random = new(seed);
    private readonly List<(string Id, Task<InquiryResult> Doing)> pending = [];
    private readonly Dictionary<string, InquiryOutcome> outcomes = [];
    private readonly List<Func<Task<InquiryResult>>> repeatable = [];
    private readonly Dictionary<string, string?> looked = [];
    private DateTimeOffset? waitsSince;
    private int done;

    public async Task RunAsync()
    {
        Do("asked", id => desk.Inquiries.AskAsync(Inquiry, "ana", new InquiryAsked { Text = "Where?", Channel = Channel.Chat }, id));
        await SettleAsync();
        for (int step = 0; step < Steps; step++)
        {
            await StepAsync();
        }

        await SettleAsync();
        await CheckAsync();
    }

    private async Task StepAsync()
    {
        switch (random.Next(16))
        {
            case 0 or 1:
                Write();
                break;
            case 2 or 3:
                Answer("eva", Author.Human);
                break;
            case 4:
                Answer("ben", Author.Human);
                break;
            case 5:
                Answer("robbie", Author.Bot);
                break;
            case 6:
                await LookAsync("eva");
                break;
            case 7:
                await LookAsync("ben");
                await LookAsync("robbie");
                break;
            case 8:
                Do("read", id => desk.Inquiries.ReadAsync(Inquiry, new InquiryRead { By = Anybody() }, id));
                break;
            case 9:
                HandOver();
                break;
            case 10:
                Await();
                break;
            case 11:
                Resolve();
                break;
            case 12:
                Other();
                break;
            case 13:
                Repeat();
                break;
            default:
                await SettleAsync();
                await PassAsync(TimeSpan.FromMinutes(random.Next(1, 50)));
                break;
        }
    }

    private void Write() => Do("wrote", id => desk.Inquiries.CustomerWroteAsync(Inquiry, new InquiryCustomerWrote { Text = id }, id));

    private void Answer(string by, Author author)
    {
        string seen = looked.GetValueOrDefault(by) ?? "asked-1";
        Do(
            "answer",
            id =>
                desk.Inquiries.AnswerAsync(
                    Inquiry,
                    new InquiryAnswered
                    {
                        Text = id,
                        By = by,
                        Author = author,
                        Seen = seen,
                    },
                    id
                )
        );
    }

    private void HandOver()
    {
        var handed = new InquiryHandedOver
        {
            By = Anybody(),
            To = random.Next(2) == 0 ? Anybody() : null,
            Tier = random.Next(1, 3),
            Why = "too hard",
        };
        Do("handed", id => desk.Inquiries.HandOverAsync(Inquiry, handed, id));
    }

    private void Await()
    {
        string by = Anybody();
        string seen = looked.GetValueOrDefault(by) ?? "asked-1";
        Do(
            "awaits",
            id =>
                desk.Inquiries.AwaitCustomerAsync(
                    Inquiry,
                    new InquiryAwaitsCustomer
                    {
                        Text = id,
                        By = by,
                        Seen = seen,
                    },
                    id
                )
        );
    }

    private void Resolve()
    {
        string by = Anybody();
        var resolved = new InquiryResolved { By = by, Seen = looked.GetValueOrDefault(by) ?? "asked-1" };
        Do("resolved", id => desk.Inquiries.ResolveAsync(Inquiry, resolved, id));
    }

    private void Other()
    {
        switch (random.Next(3))
        {
            case 0:
                Do("note", id => desk.Inquiries.NoteAsync(Inquiry, new InquiryNoted { Text = id, By = "eva" }, id));
                break;
            case 1:
                Do("reopened", id => desk.Inquiries.ReopenAsync(Inquiry, new InquiryReopened { By = "eva", Why = "not yet" }, id));
                break;
            default:
                Do(
                    "machine",
                    _ =>
                        desk.Inquiries.ReceiveAsync(
                            new InboundMessage
                            {
                                MessageId = $"away-{done}",
                                Customer = "ana",
                                Text = "I am away.",
                                IsAutomatic = true,
                                References = [$"<{desk.Host.Sent[0].ThreadId}@shop.example>"],
                            }
                        )
                );
                break;
        }
    }

    private void Repeat()
    {
        if (repeatable.Count > 0)
        {
            pending.Add(("", repeatable[random.Next(repeatable.Count)]()));
        }
    }

    private void Do(string what, Func<string, Task<InquiryResult>> deed)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{what}-{++done}");
        repeatable.Add(() => deed(id));
        pending.Add((id, deed(id)));
        if (random.Next(3) == 0)
        {
            pending.Add(("", deed(id)));
        }
    }

    private async Task LookAsync(string who)
    {
        await SettleAsync();
        looked[who] = (await desk.GetAsync(Inquiry)).LastMessage;
    }

    private string Anybody() => random.Next(2) == 0 ? "eva" : "ben";

    /// <summary>Everything that was begun is stored; those who did it at once share a commit.</summary>
    private async Task SettleAsync()
    {
        await desk.DoAsync(Task.WhenAll(pending.Select(each => each.Doing)));
        foreach ((string id, Task<InquiryResult> doing) in pending.Where(each => each.Id.Length > 0))
        {
            outcomes[id] = (await doing).Outcome;
        }

        pending.Clear();
        await NoteWhoWaitsAsync();
    }

    private async Task NoteWhoWaitsAsync()
    {
        string state = (await desk.GetAsync(Inquiry)).Journey.State!;
        waitsSince = StatesThatWaitForUs.Contains(state) ? waitsSince ?? desk.Host.Time.GetUtcNow() : null;
    }

    /// <summary>Time passes. Whoever waits for us has heard from us within the span that the policy states.</summary>
    private async Task PassAsync(TimeSpan span)
    {
        await desk.Host.AdvanceAsync(span);
        DateTimeOffset now = desk.Host.Time.GetUtcNow();
        if (waitsSince is { } since)
        {
            DateTimeOffset[] told = [since, .. desk.Host.Sent.Select(message => message.At).Where(at => at > since), now];
            TimeSpan longest = told.Zip(told.Skip(1), (before, after) => after - before).Max();
            Assert.That(longest, Is.LessThanOrEqualTo(new QuestionPolicy().LiveUpdate), $"seed {seed}: silence at {now:u}");
        }

        await NoteWhoWaitsAsync();
    }

    private async Task CheckAsync()
    {
        ConversationView view = await desk.GetAsync(Inquiry);
        string[] said = [.. view.Conversation.Messages.Select(message => message.Text)];
        string[] sent = [.. desk.Host.Sent.Select(message => message.Touchpoint.ToString())];
        string[] answers = [.. Told("question-answer-by-chat").Concat(Told("question-waiting-by-chat"))];
        string[] accepted =
        [
            .. outcomes
                .Where(each =>
                    each.Value == InquiryOutcome.Done
                    && (each.Key.StartsWith("answer", StringComparison.Ordinal) || each.Key.StartsWith("awaits", StringComparison.Ordinal))
                )
                .Select(each => each.Key),
        ];

        Assert.Multiple(() =>
        {
            Assert.That(sent, Is.Unique, $"seed {seed}: something was sent twice");
            Assert.That(answers, Is.EquivalentTo(accepted), $"seed {seed}: what was taken is sent, and nothing else");
            Assert.That(accepted, Is.SubsetOf(said), $"seed {seed}: an answer was lost");
            Assert.That(
                outcomes.Where(each => each.Key.StartsWith("wrote", StringComparison.Ordinal)).Select(each => each.Key),
                Is.SubsetOf(said),
                $"seed {seed}: a message of the customer was lost"
            );
            Assert.That(said.Where(text => text != "I am away."), Is.Unique, $"seed {seed}: something was said twice");
            Assert.That(OpenStates.Append("solved"), Does.Contain(view.Journey.State), $"seed {seed}");
            Assert.That(outcomes.Values, Has.None.EqualTo(InquiryOutcome.Conflict), $"seed {seed}");
            Assert.That(outcomes["asked-1"], Is.EqualTo(InquiryOutcome.Done), $"seed {seed}");
        });
        await SeenInOrder.CheckAsync(desk, view, seed);
        Assert.That((await desk.Inquiries.GetAsync(Inquiry))!.Conversation.Messages, Has.Count.EqualTo(said.Length));
        Assert.That(
            await desk.OpenAsync(new InquiryQuery()),
            view.Journey.State == "solved" ? Is.Empty : Is.EqualTo(["1"]),
            $"seed {seed}"
        );
    }

    private IEnumerable<string> Told(string rule) =>
        desk.Host.Sent.Where(message => message.Touchpoint.Rule == rule).Select(message => message.Touchpoint.Occurrence);
}
