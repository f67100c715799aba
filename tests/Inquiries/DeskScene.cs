using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Desks;

/// <summary>What happens at a desk, and what its customer hears. Each store runs it.</summary>
public abstract class DeskScene
{
    private static readonly JourneyId Mail = "question/1";
    private static readonly JourneyId Chat = "question/2";

    /// <summary>Has a host use the store of this test, the same for each of its hosts.</summary>
    protected abstract void UseStore(TouchpointsBuilder touchpoints);

    [Test]
    public async Task Whoever_waits_in_a_chat_is_told_within_twenty_minutes_and_apologised_to_when_the_promise_is_broken()
    {
        await using Desk desk = await OpenAsync();
        await desk.AskAsync(Chat, "Where is my parcel?", Channel.Chat);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(75));

        desk.Host.SentTo("ana")
            .ShouldBe(
                "question-received-by-chat",
                "question-late-by-chat",
                "question-status-by-chat",
                "question-status-by-chat",
                "question-status-by-chat"
            );
        Assert.That(Longest(desk), Is.LessThanOrEqualTo(TimeSpan.FromMinutes(20)));
    }

    [Test]
    public async Task A_mail_that_is_read_answered_and_solved_tells_each_step_once()
    {
        await using Desk desk = await OpenAsync();
        await desk.AskAsync(Mail, "Where is my parcel?");
        await desk.ReadAsync(Mail, "eva");
        await desk.ReadAsync(Mail, "ben");
        InquiryResult answered = await desk.AnswerAsync(Mail, "On its way.\nYou have it tomorrow.");
        await desk.Host.AdvanceAsync(TimeSpan.FromDays(40));

        Assert.That(answered.Outcome, Is.EqualTo(InquiryOutcome.Done));
        desk.Host.SentTo("ana").ShouldBe("question-received", "question-read", "question-answer", "question-solved");
        JourneyView journey = (await desk.GetAsync(Mail)).Journey;
        Assert.That(journey.State, Is.EqualTo("archived"));
        Assert.That(ClockOf(journey, "first-answer"), Is.EqualTo(ClockStatus.Met));
    }

    [Test]
    public async Task Of_two_who_answer_at_once_the_second_is_told_what_the_first_has_sent()
    {
        await using Desk desk = await OpenAsync();
        await desk.AskAsync(Mail, "Where is my parcel?", id: "asked");
        Task<InquiryResult> first = desk.Inquiries.AnswerAsync(Mail, By("eva"), "a-1");
        Task<InquiryResult> second = desk.Inquiries.AnswerAsync(Mail, By("ben"), "a-2");
        InquiryResult[] both = await desk.DoAsync(Task.WhenAll(first, second));
        InquiryResult overtaken = both.Single(result => result.Outcome == InquiryOutcome.Overtaken);

        Assert.That(both.Count(result => result.Outcome == InquiryOutcome.Done), Is.EqualTo(1));
        Assert.That(
            overtaken.Newer.Select(message => message.Text),
            Is.EqualTo([desk.GetAsync(Mail).Result.Conversation.Messages[1].Text])
        );
        desk.Host.SentTo("ana").ShouldBe("question-received", "question-answer");

        // It is the same when the second asks again, and its answer counts for nothing.
        Assert.That((await desk.DoAsync(desk.Inquiries.AnswerAsync(Mail, By("ben"), "a-2"))).IsDone, Is.EqualTo(both[1].IsDone));
        Assert.That((await desk.GetAsync(Mail)).Conversation.Messages, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task An_answer_that_was_refused_meets_no_target()
    {
        await using Desk desk = await OpenAsync();
        await desk.AskAsync(Mail, "Where is my parcel?");
        InquiryResult refused = await desk.AnswerAsync(Mail, "Which one?", seen: "something else");

        Assert.That(refused.Outcome, Is.EqualTo(InquiryOutcome.Overtaken));
        Assert.That(ClockOf((await desk.GetAsync(Mail)).Journey, "first-answer"), Is.EqualTo(ClockStatus.Running));
        Assert.That((await desk.GetAsync(Mail)).Journey.State, Is.EqualTo("received"));
    }

    [Test]
    public async Task Only_a_humans_answer_meets_the_target()
    {
        await using Desk desk = await OpenAsync();
        await desk.AskAsync(Mail, "Where is my parcel?");
        await desk.AnswerAsync(Mail, "Have you looked here?", by: "robbie", author: Author.Bot);
        JourneyView afterBot = (await desk.GetAsync(Mail)).Journey;
        await desk.AnswerAsync(Mail, "It comes tomorrow.");
        JourneyView afterHuman = (await desk.GetAsync(Mail)).Journey;

        Assert.That((afterBot.State, ClockOf(afterBot, "first-answer")), Is.EqualTo(("received", ClockStatus.Running)));
        Assert.That((afterHuman.State, ClockOf(afterHuman, "first-answer")), Is.EqualTo(("answered", ClockStatus.Met)));
        desk.Host.SentTo("ana").ShouldBe("question-received", "question-answer", "question-answer");
        Assert.That((await desk.GetAsync(Mail)).Conversation.Holder!.Representative, Is.EqualTo("eva"));
    }

    [Test]
    public async Task A_question_is_asked_and_answered_once_however_often_it_is_reported()
    {
        await using Desk desk = await OpenAsync();
        InquiryOutcome[] asked =
        [
            (await desk.AskAsync(Mail, "Where?", id: "m-1")).Outcome,
            (await desk.AskAsync(Mail, "Where?", id: "m-1")).Outcome,
        ];
        InquiryOutcome another = (await desk.AskAsync(Mail, "What?", id: "m-2")).Outcome;
        InquiryResult answered = await desk.AnswerAsync(Mail, "Here.", seen: "m-1", id: "a-1");
        InquiryResult again = await desk.AnswerAsync(Mail, "Here.", seen: "m-1", id: "a-1");

        Assert.That(asked, Is.EqualTo([InquiryOutcome.Done, InquiryOutcome.Repeated]));
        Assert.That(another, Is.EqualTo(InquiryOutcome.NoEffect));
        Assert.That((answered.Outcome, again.Outcome), Is.EqualTo((InquiryOutcome.Done, InquiryOutcome.Repeated)));
        Assert.That((await desk.GetAsync(Mail)).Conversation.Messages.Select(message => message.Text), Is.EqualTo(["Where?", "Here."]));
        desk.Host.SentTo("ana").ShouldBe("question-received", "question-answer");
    }

    [Test]
    public async Task A_customer_who_writes_again_waits_again_and_opens_what_was_solved()
    {
        await using Desk desk = await OpenAsync();
        await desk.AskAsync(Mail, "Where is my parcel?");
        await desk.AnswerAsync(Mail, "It comes tomorrow.");
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(1));
        await desk.WriteAsync(Mail, "It did not.");
        JourneyView waiting = (await desk.GetAsync(Mail)).Journey;
        await desk.ResolveAsync(Mail, text: "It is there now.");
        JourneyView solved = (await desk.GetAsync(Mail)).Journey;
        InquiryResult tooLate = await desk.AnswerAsync(Mail, "By the way");
        await desk.WriteAsync(Mail, "It is the wrong one.");
        JourneyView reopened = (await desk.GetAsync(Mail)).Journey;

        Assert.That((waiting.State, ClockOf(waiting, "next-answer")), Is.EqualTo(("waiting-for-us", ClockStatus.Running)));
        Assert.That((solved.State, ClockOf(solved, "resolution")), Is.EqualTo(("solved", ClockStatus.Met)));
        Assert.That(tooLate.Outcome, Is.EqualTo(InquiryOutcome.Solved));
        Assert.That((reopened.State, ClockOf(reopened, "resolution")), Is.EqualTo(("waiting-for-us", ClockStatus.Running)));
        desk.Host.SentTo("ana")
            .ShouldBe("question-received", "question-answer", "question-received-again", "question-solved", "question-received-again");
    }

    [Test]
    public async Task A_customer_from_whom_we_need_something_is_reminded_once_and_it_lapses()
    {
        await using Desk desk = await OpenAsync();
        await desk.AskAsync(Mail, "Where is my parcel?");
        await desk.AwaitCustomerAsync(Mail, "Which one?");
        await desk.Host.AdvanceAsync(TimeSpan.FromDays(15));
        string lapsed = (await desk.GetAsync(Mail)).Journey.State!;
        await desk.WriteAsync(Mail, "The blue one.");

        Assert.That(lapsed, Is.EqualTo("lapsed"));
        Assert.That((await desk.GetAsync(Mail)).Journey.State, Is.EqualTo("waiting-for-us"));
        desk.Host.SentTo("ana")
            .ShouldBe("question-received", "question-waiting", "question-reminder", "question-lapsed", "question-received-again");
    }

    [Test]
    public async Task A_hand_over_loses_neither_the_clock_nor_the_story()
    {
        await using Desk desk = await OpenAsync();
        await desk.AskAsync(Mail, "My camera is broken.");
        await desk.ReadAsync(Mail, "eva");
        DateTimeOffset? promised = (await desk.GetAsync(Mail)).Journey.Clocks.Single(clock => clock.Clock == "first-answer").DueAt;
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(1));
        await desk.HandOverAsync(Mail, "eva", "a question of the shutter", team: "repairs", tier: 2);
        await desk.ReadAsync(Mail, "tom");
        ConversationView view = await desk.GetAsync(Mail);

        Assert.That(view.Journey.State, Is.EqualTo("second-tier"));
        Assert.That(view.Journey.Clocks.Single(clock => clock.Clock == "first-answer").DueAt, Is.EqualTo(promised));
        Assert.That(ClockOf(view.Journey, "work-time-second-tier"), Is.EqualTo(ClockStatus.Running));
        Assert.That(
            view.Conversation.Holdings.Select(each => (each.Representative, each.Team, each.Tier, each.From, each.Why)),
            Is.EqualTo(
                new (string?, string?, int, string?, string?)[]
                {
                    ("eva", null, 1, null, null),
                    (null, "repairs", 2, "eva", "a question of the shutter"),
                    ("tom", "repairs", 2, null, null),
                }
            )
        );
        Assert.That(view.Conversation.Holdings[0].Until - view.Conversation.Holdings[0].Since, Is.EqualTo(TimeSpan.FromHours(1)));
    }

    [Test]
    public async Task Closed_for_good_is_told_unless_it_was_solved_before()
    {
        await using Desk desk = await OpenAsync();
        await desk.AskAsync(Mail, "Where is my parcel?");
        await desk.DoAsync(desk.Inquiries.CloseAsync(Mail, new InquiryClosed { By = "eva", Why = "a test" }, "c-1"));
        await desk.AskAsync(Chat, "Where is my parcel?", Channel.Chat, customer: "ben");
        await desk.ResolveAsync(Chat);
        await desk.DoAsync(desk.Inquiries.CloseAsync(Chat, new InquiryClosed { By = "eva", Why = "done" }, "c-1"));

        desk.Host.SentTo("ana").ShouldBe("question-received", "question-closed");
        desk.Host.SentTo("ben").ShouldBe("question-received-by-chat", "question-solved-by-chat");
        Assert.That((await desk.WriteAsync(Mail, "Hello?")).Outcome, Is.EqualTo(InquiryOutcome.Closed));
    }

    [Test]
    public async Task The_board_shows_who_has_what_and_who_is_at_risk()
    {
        await using Desk desk = await OpenAsync();
        await desk.AskAsync("question/mail", "Where is my parcel?");
        await desk.AskAsync("question/chat", "Where is my parcel?", Channel.Chat, customer: "ben");
        await desk.AskAsync("question/mine", "Where is my parcel?", customer: "cleo");
        await desk.ReadAsync("question/mine", "eva");
        await desk.AskAsync("question/over", "Where is my parcel?", customer: "dora");
        await desk.ResolveAsync("question/over");

        Assert.That(await desk.OpenAsync(new InquiryQuery { Representative = "eva" }), Is.EqualTo(["mine"]));
        Assert.That(await desk.OpenAsync(new InquiryQuery { IsUnassigned = true }), Is.EquivalentTo(["mail", "chat"]));
        Assert.That(await desk.OpenAsync(new InquiryQuery { AtRiskWithin = TimeSpan.FromMinutes(15) }), Is.EqualTo(["chat"]));

        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(30));
        await foreach (InquirySummary line in desk.Inquiries.OpenAsync(new InquiryQuery { AtRiskWithin = TimeSpan.Zero }))
        {
            Assert.That((line.Inquiry.Key, line.Customer!.Value.Value), Is.EqualTo(("chat", "ben")));
            Assert.That(line.Missed, Is.EqualTo(["first-answer"]));
            Assert.That(line.PromisedBy, Is.Not.Null);
            Assert.That(line.WaitsSince, Is.EqualTo(desk.Host.Time.GetUtcNow() - TimeSpan.FromMinutes(30)));
        }
    }

    [Test]
    public async Task The_board_goes_on_from_a_line_that_was_read()
    {
        await using Desk desk = await OpenAsync();
        for (int i = 1; i <= 7; i++)
        {
            await desk.AskAsync(new JourneyId("question", $"q{i}"), "Where?", customer: $"c{i}");
            await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        List<string> read = [];
        string? after = null;
        for (int page = 0; page < 4; page++)
        {
            int taken = 0;
            await foreach (InquirySummary line in desk.Inquiries.OpenAsync(new InquiryQuery { After = after }))
            {
                read.Add(line.Inquiry.Key);
                after = line.Cursor;
                if (++taken == 2)
                {
                    break;
                }
            }
        }

        Assert.That(read, Is.EqualTo(["q1", "q2", "q3", "q4", "q5", "q6", "q7"]));
    }

    [Test]
    public async Task What_is_not_there_is_not_found_and_leaves_nothing_behind()
    {
        await using Desk desk = await OpenAsync();

        Assert.That((await desk.ReadAsync("question/9", "eva")).Outcome, Is.EqualTo(InquiryOutcome.NotFound));
        Assert.That((await desk.WriteAsync("question/9", "Hello?")).Outcome, Is.EqualTo(InquiryOutcome.NotFound));
        Assert.That(await desk.Inquiries.GetAsync("question/9"), Is.Null);
    }

    private Task<Desk> OpenAsync() => Desk.OpenAsync(UseStore);

    private static InquiryAnswered By(string representative) =>
        new()
        {
            Text = $"It comes tomorrow, says {representative}.",
            By = representative,
            Seen = "asked",
        };

    private static ClockStatus ClockOf(JourneyView journey, string clock) =>
        journey.Clocks.Where(each => each.Clock == clock).MaxBy(each => each.Cycle)!.Status;

    /// <summary>The longest time between two messages, from the first one to now.</summary>
    private static TimeSpan Longest(Desk desk)
    {
        DateTimeOffset[] told = [.. desk.Host.Sent.Select(message => message.At), desk.Host.Time.GetUtcNow()];
        return told.Zip(told.Skip(1), (before, after) => after - before).Max();
    }
}
