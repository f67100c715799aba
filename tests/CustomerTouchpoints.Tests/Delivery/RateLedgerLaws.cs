using CustomerTouchpoints.Channels.Rates;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Delivery;

/// <summary>
/// Several hosts lease tokens of one rate, use them when they like within the lease, say so late, die, and come back in a new term: in no
/// span is more used than the rate allows, wherever it begins.
/// </summary>
public sealed class RateLedgerLaws
{
    private const int Most = 5;

    private static readonly TimeSpan Within = TimeSpan.FromMilliseconds(1_000);

    private static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(700);

    private static readonly DateTimeOffset Start = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private static Arbitrary<Step[]> Stories =>
        Gen.ArrayOf(
                from host in Gen.Choose(0, 2)
                from pause in Gen.Frequency((4, Gen.Choose(0, 60)), (1, Gen.Choose(0, 1_100)))
                from deed in Gen.Frequency(
                    (6, Gen.Constant(Deed.Use)),
                    (4, Gen.Constant(Deed.Exchange)),
                    (1, Gen.Constant(Deed.GiveBack)),
                    (1, Gen.Constant(Deed.Die))
                )
                from count in Gen.Choose(1, 4)
                select new Step(host, pause, deed, count)
            )
            .ToArbitrary();

    [Test]
    public void No_span_has_more_than_the_rate_allows() =>
        Prop.ForAll(Stories, story => Holds(story)).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(200));

    [Test]
    public void Hosts_that_say_what_they_used_at_once_use_all_of_it()
    {
        Step[] story =
        [
            .. Enumerable
                .Range(0, 2_000)
                .SelectMany(i => (Step[])[new(i % 3, 2, Deed.Exchange, 2), new(i % 3, 0, Deed.Use, 2), new(i % 3, 0, Deed.Exchange, 1)]),
        ];
        List<DateTimeOffset> uses = UsesOf(story);
        Assert.That(uses.Count, Is.InRange(19, 20).Or.GreaterThanOrEqualTo(Most * 4 * 95 / 100));
        Assert.That(MostWithin(uses), Is.EqualTo(Most));
    }

    private static bool Holds(Step[] story) => MostWithin(UsesOf(story)) <= Most;

    private static int MostWithin(List<DateTimeOffset> uses) =>
        uses.Count == 0 ? 0 : uses.Max(first => uses.Count(use => use >= first && use < first + Within));

    private static List<DateTimeOffset> UsesOf(Step[] story)
    {
        Host[] hosts = [new(1), new(2), new(3)];
        long terms = 3;
        RateLedger ledger = RateLedger.Empty;
        DateTimeOffset now = Start;
        List<DateTimeOffset> uses = [];
        foreach (Step step in story)
        {
            now += TimeSpan.FromMilliseconds(step.Pause);
            Host host = hosts[step.Host];
            switch (step.Deed)
            {
                case Deed.Use:
                    for (int i = 0; i < step.Count && host.TryUse(now); i++)
                    {
                        uses.Add(now);
                    }

                    break;
                case Deed.GiveBack:
                    host.GiveBack();
                    break;
                case Deed.Die:
                    hosts[step.Host] = new Host(++terms);
                    break;
                default:
                    RateRequest request = host.Request(step.Count, now);
                    RateAnswer answer = RateText
                        .ToLedger(RateText.Of(ledger))
                        .Exchange(Most, Within, request, now, term => hosts.All(living => living.Term != term));
                    ledger = answer.Ledger;
                    host.Learn(answer);
                    break;
            }
        }

        return uses;
    }

    private enum Deed
    {
        Use,
        Exchange,
        GiveBack,
        Die,
    }

    private sealed record Step(int Host, int Pause, Deed Deed, int Count);

    private sealed class Host(long term)
    {
        private readonly List<(int Count, DateTimeOffset From, DateTimeOffset Until)> held = [];
        private readonly List<DateTimeOffset> used = [];

        public long Term => term;

        public bool TryUse(DateTimeOffset now)
        {
            held.RemoveAll(lot => lot.Until < now || lot.Count == 0);
            int first = held.FindIndex(lot => lot.From <= now);
            if (first < 0)
            {
                return false;
            }

            held[first] = held[first] with { Count = held[first].Count - 1 };
            used.Add(now);
            return true;
        }

        public RateRequest Request(int wanted, DateTimeOffset now) =>
            new(term, [.. held], [.. used.Select(at => (1, now - at))], wanted, wanted)
            {
                Lease = Lease,
                Early = TimeSpan.FromMilliseconds(wanted * 40),
            };

        /// <summary>Gives some back, whether or not they are free by now.</summary>
        public void GiveBack()
        {
            if (held.Count > 0)
            {
                held.RemoveAt(held.Count - 1);
            }
        }

        public void Learn(RateAnswer answer)
        {
            used.Clear();
            held.AddRange(answer.Granted.Select(lease => (lease.Count, lease.From, lease.Until)));
        }
    }
}
