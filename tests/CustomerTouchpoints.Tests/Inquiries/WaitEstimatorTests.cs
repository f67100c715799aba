using System.Globalization;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Inquiries.Estimates;

namespace CustomerTouchpoints.Tests.Inquiries;

public sealed class WaitEstimatorTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_curve_is_that_of_the_textbook()
    {
        // Remission of leukaemia under 6-MP: Freireich and others, 1963; a plus was still in remission when last seen.
        string[] weeks = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+".Split(' ');
        var curve = SurvivalCurve.Of(
            weeks.Select(week => new AtRisk(0, double.Parse(week.TrimEnd('+'), CultureInfo.InvariantCulture), !week.EndsWith('+')))
        );
        double[] survivals = [.. new double[] { 6, 7, 10, 13, 16, 22, 23 }.Select(week => Math.Round(1 - curve.ShareBy(week), 4))];
        Assert.That(survivals, Is.EqualTo([0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]));
        Assert.That(curve.LengthAt(0.5), Is.EqualTo(23));
        Assert.That(curve.LengthAt(0.6), Is.Null, "nobody has seen so much end");
    }

    [Test]
    public void What_came_under_watch_late_counts_from_then_on()
    {
        var curve = SurvivalCurve.Of([new AtRisk(0, 1, true), new AtRisk(0, 3, true), new AtRisk(2, 4, true)]);
        Assert.That(curve.ShareBy(1), Is.EqualTo(0.5).Within(1e-9), "two were watched");
        Assert.That(curve.ShareBy(3), Is.EqualTo(0.75).Within(1e-9), "two were watched again");
    }

    [Test]
    public void Too_little_history_says_nothing()
    {
        var estimator = new WaitEstimator();
        for (int i = 0; i < WaitEstimator.LeastSolved; i++)
        {
            Assert.That(estimator.Open($"{i}", At(i)), Is.Null);
            estimator.Solve($"{i}", At(i + 0.5));
        }

        Assert.That(estimator.Open("next", At(40))?.Solved, Is.EqualTo(WaitEstimator.LeastSolved));
    }

    [Test]
    public void What_is_still_open_makes_waits_longer()
    {
        var estimator = new WaitEstimator();
        for (int i = 0; i < 80; i++)
        {
            estimator.Open($"{i}", At(0));
        }

        for (int i = 0; i < 40; i++)
        {
            estimator.Solve($"{i}", At(1 + (i / 40.0)));
        }

        WaitEstimate estimate = estimator.Open("next", At(10))!;
        Assert.That(estimate.By(0.5).TotalHours, Is.EqualTo(2).Within(0.1), "half of all, not half of those that were solved");
        Assert.That(estimate.By(0.9).TotalHours, Is.GreaterThan(5));
    }

    [Test]
    public void The_narrowest_group_with_enough_history_speaks()
    {
        var estimator = new WaitEstimator();
        for (int i = 0; i < 60; i++)
        {
            bool isChat = i % 2 == 0;
            estimator.Open($"{i}", At(i), isChat ? ["chat/billing", "chat"] : ["email"]);
            estimator.Solve($"{i}", At(i + (isChat ? 0.1 : 0.9)));
        }

        WaitEstimate chat = estimator.Open("a", At(70), "chat/returns", "chat")!;
        WaitEstimate desk = estimator.Open("b", At(70), "phone")!;
        Assert.That(chat.Group, Is.EqualTo("chat"));
        Assert.That(chat.By(0.9).TotalHours, Is.EqualTo(0.1).Within(0.01));
        Assert.That(desk.Group, Is.Empty);
        Assert.That(desk.By(0.9).TotalHours, Is.EqualTo(0.9).Within(0.01));
    }

    [Test]
    public void A_reopened_inquiry_has_waited_since_it_was_opened()
    {
        var estimator = new WaitEstimator();
        for (int i = 0; i < 60; i++)
        {
            estimator.Open($"{i}", At(0));
            estimator.Solve($"{i}", At(1));
        }

        for (int i = 0; i < 30; i++)
        {
            estimator.Reopen($"{i}");
        }

        for (int i = 0; i < 30; i++)
        {
            estimator.Solve($"{i}", At(5));
        }

        WaitEstimate estimate = estimator.Open("next", At(6))!;
        Assert.That(estimate.Between(0.8), Is.EqualTo((TimeSpan.FromHours(1), TimeSpan.FromHours(5))));
    }

    [TestCase("steady", 50)]
    [TestCase("slower and slower", 50)]
    [TestCase("faster and faster", 50)]
    public void Shares_are_what_they_say(string desk, int seeds)
    {
        (int Claimed, int Half, int Most) held = default;
        for (int seed = 0; seed < seeds; seed++)
        {
            Count(desk, new Random(seed), ref held);
        }

        Assert.That(100.0 * held.Half / held.Claimed, Is.EqualTo(50).Within(3));
        Assert.That(100.0 * held.Most / held.Claimed, Is.EqualTo(80).Within(3));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void A_share_lies_between_none_and_all(double share)
    {
        var estimate = new WaitEstimate("", 30, _ => 1);
        Assert.That(() => estimate.By(share), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => estimate.Between(share), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    /// <summary>A desk of 400 inquiries: how often its later half took as long as was said when it opened.</summary>
    private static void Count(string desk, Random random, ref (int Claimed, int Half, int Most) held)
    {
        const int inquiries = 400;
        var waiting = new PriorityQueue<int, double>();
        var estimator = new WaitEstimator();
        double now = 0;
        for (int i = 0; i < inquiries; i++)
        {
            now += -3 * Math.Log(1 - random.NextDouble());
            while (waiting.TryPeek(out int next, out double end) && end <= now)
            {
                waiting.Dequeue();
                estimator.Solve($"{next}", At(end));
            }

            double trend = desk switch
            {
                "slower and slower" => Math.Exp(1.5 * i / inquiries),
                "faster and faster" => Math.Exp(-1.5 * i / inquiries),
                _ => 1,
            };
            double takes = -24 * trend * Math.Log(1 - random.NextDouble());
            WaitEstimate? estimate = estimator.Open($"{i}", At(now));
            waiting.Enqueue(i, now + takes);
            if (i >= inquiries / 2 && estimate is not null)
            {
                held.Claimed++;
                held.Half += IsWithin(estimate.Between(0.5), takes);
                held.Most += IsWithin(estimate.Between(0.8), takes);
            }
        }
    }

    private static int IsWithin((TimeSpan From, TimeSpan To) range, double hours) =>
        TimeSpan.FromHours(hours) >= range.From && TimeSpan.FromHours(hours) <= range.To ? 1 : 0;

    private static DateTimeOffset At(double hours) => Start + TimeSpan.FromHours(hours);
}
