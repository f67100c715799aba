using System.Text.Json;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Simulation.Scheduling;

namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>The response targets of a random lifecycle: who speaks, whose turn it is, every metric, every choice, and promises.</summary>
internal static class RandomClocks
{
    /// <summary>The clock that the oracle computes for itself.</summary>
    public const string Judged = "resolution";

    public static IEnumerable<Action<LifecycleBuilder>> Sentences(Dice dice, IReadOnlyList<State> line, State aside, State care)
    {
        BusinessCalendar[] calendars =
        [
            BusinessCalendar.AlwaysOpen,
            BusinessCalendar.In("Europe/Rome").OpenWeekdays(new(9, 0), new(17, 0)).Break(new(12, 0), new(13, 0)).Build(),
            BusinessCalendar.In("Asia/Kolkata").OpenDaily(new(22, 0), new(6, 0)).Holiday(new DateOnly(2026, 1, 9)).Build(),
        ];
        TimeSpan[] spans = [TimeSpan.FromMinutes(10), TimeSpan.FromHours(2), TimeSpan.FromHours(9), TimeSpan.FromHours(20)];
        yield return walk =>
            walk.On("note")
                .IsMessage(by: _ => (Author)(N(_) % 4), isPublic: _ => N(_) % 3 != 0)
                .SetsRepresentative(_ => $"agent-{N(_) % 2}");
        yield return walk => walk.On("ping").IsFromCustomer();
        yield return walk => walk.On("weather").SetsPriority(_ => N(_) % 2 == 0 ? "high" : "low");
        yield return walk => walk.While(aside).WaitsForCustomer();
        yield return walk => walk.While(care).IsWorkedOn();

        (TimeSpan span, BusinessCalendar calendar, bool pauses) = (dice.Of(spans), dice.Of(calendars), dice.Percent(50));
        yield return walk => Paused(walk.Resolution().Within(span, calendar).WarnAt(0.5).Escalate("team-lead"), pauses);
        foreach (
            (Func<LifecycleBuilder, ResponseTargetBuilder> begin, bool mayPause) in new (
                Func<LifecycleBuilder, ResponseTargetBuilder>,
                bool
            )[]
            {
                (walk => walk.Answer(), true),
                (walk => walk.NextAnswer(), true),
                (walk => walk.PausableUpdate(), false),
                (walk => walk.RequesterWait(), false),
                (walk => walk.WorkTime(), false),
                (walk => walk.WorkTime(aside), false),
                (walk => walk.Resolution().Named("other"), true),
            }
        )
        {
            if (!dice.Percent(40))
            {
                continue;
            }

            (TimeSpan strict, TimeSpan lax) = (dice.Of(spans), dice.Of(spans));
            (BusinessCalendar one, BusinessCalendar other) = (dice.Of(calendars), dice.Of(calendars));
            Reopening reopening = dice.Of(Reopening.Resume, Reopening.Restart, Reopening.NewCycle);
            Retargeting retargeting = dice.Of(Retargeting.FromNow, Retargeting.FromStart, Retargeting.Keep);
            bool standsStill = mayPause && dice.Percent(60);
            yield return walk =>
            {
                Paused(
                    begin(walk).Within(strict, one).ForPriority("high").WarnAt(0.3, 0.9).WhenReopened(reopening).WhenChanged(retargeting),
                    standsStill
                );
                Paused(begin(walk).Within(lax, other).Escalate("desk").WhenReopened(reopening).WhenChanged(retargeting), standsStill);
            };
        }

        TimeSpan every = dice.Of(TimeSpan.FromHours(14), TimeSpan.FromDays(3));
        if (dice.Percent(40))
        {
            yield return walk => walk.StatusUpdate().Every(every).Send("t1").Named("updates");
        }

        if (dice.Percent(60))
        {
            yield return walk => walk.OnBreach(Judged).Send("t0").Named("late").To("friend");
        }

        yield return walk => walk.On("step0").Promises("delivery", by: _ => N(_) > 1 ? _.Now.AddHours(N(_) * 5) : null).KeptBy(line[^1]);
        yield return walk => walk.OnBrokenPromise("delivery").Send("t2").Named("sorry");
        yield return walk => walk.OnEntering(line[0]).Send("t0").Named("solved-by");
    }

    private static int N(Situation situation) => situation.EventData.TryGetProperty("n", out JsonElement n) ? n.GetInt32() : 0;

    private static void Paused(ResponseTargetBuilder target, bool pauses)
    {
        if (pauses)
        {
            target.PausesWhileWaiting();
        }
    }
}
