using System.Text.Json;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Simulation.Scheduling;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>
/// A lifecycle that nobody would write: a random line, random detours, every kind of rule with every kind of limit. Sentences that the
/// audit refuses are left out, in random halves, until it accepts the rest.
/// </summary>
internal sealed class RandomLifecycle : Lifecycle
{
    public const string LifecycleName = "walk";

    /// <summary>The templates that rules choose from.</summary>
    public const int Templates = 4;

    private readonly List<Action<LifecycleBuilder>> sentences = [];
    private readonly HashSet<Action<LifecycleBuilder>> ruleSentences = [];
    private readonly Dice dice;
    private readonly List<State> line = [];
    private readonly State cancelled = new("cancelled", kind: StateKind.Final);
    private readonly State care;
    private readonly State aside;
    private readonly int promotional;
    private int rules;

    private RandomLifecycle(Dice dice, int version, bool opensAgain, int promotional)
        : base(LifecycleName, version)
    {
        this.dice = dice;
        this.promotional = promotional;
        care = new State("care");
        aside = new State("aside", within: dice.Percent(50) ? care : null);
        int steps = 2 + dice.Below(4);
        for (int i = 0; i < steps; i++)
        {
            bool isLast = i == steps - 1;
            StateKind kind = isLast
                ? dice.Of(StateKind.Open, StateKind.Solved, StateKind.Solved, StateKind.Solved, StateKind.Final)
                : StateKind.Open;
            State? within = kind == StateKind.Open && dice.Percent(35) ? care : null;
            line.Add(new State($"s{i}", kind: opensAgain && kind == StateKind.Solved ? StateKind.Open : kind, within: within));
        }

        Write();
    }

    /// <summary>The events that move along the line, in order.</summary>
    public IReadOnlyList<string> LineEvents => [.. line.Index().Select(step => LineEvent(step.Index))];

    /// <summary>The events beside the line.</summary>
    public static IReadOnlyList<string> OtherEvents { get; } =
    ["cancel", "divert", "divert", "return", "return", "note", "note", "ping", "ping", "reopen", "reopen", "weather", "weather"];

    public static RandomLifecycle For(long seed, int version = 1)
    {
        var dice = Dice.For(seed, "lifecycle");
        var lifecycle = new RandomLifecycle(
            dice,
            version,
            opensAgain: version > 1 && Dice.For(seed, "opens again").Percent(50),
            promotional: HostFactory.CapsOf(seed).Count > 0 ? 75 : 15
        );
        lifecycle.sentences.AddRange(RandomClocks.Sentences(Dice.For(seed, "clocks"), lifecycle.line, lifecycle.aside, lifecycle.care));
        while (!lifecycle.Validate().IsValid)
        {
            lifecycle.sentences.RemoveAll(_ => dice.Percent(30));
        }

        return lifecycle;
    }

    /// <summary>
    /// The next version of it: some of its rules have gone, there is a new one, and now and then nothing is solved any more.
    /// </summary>
    public static RandomLifecycle NextFor(long seed)
    {
        var lifecycle = For(seed, version: 2);
        var dice = Dice.For(seed, "next version");
        lifecycle.AddRule(100, walk => walk.OnEntering(lifecycle.line[^1]));
        do
        {
            lifecycle.sentences.RemoveAll(sentence => lifecycle.ruleSentences.Contains(sentence) && dice.Percent(20));
        } while (!lifecycle.Validate().IsValid);
        return lifecycle;
    }

    protected override void Define(LifecycleBuilder walk)
    {
        walk.Parties("buyer", "friend");
        walk.Line([.. line.Index().Select(step => step.Item.ReachedBy(LineEvent(step.Index)))]);
        foreach (Action<LifecycleBuilder> sentence in sentences)
        {
            sentence(walk);
        }
    }

    private static string LineEvent(int step) => $"step{step}";

    private void Write()
    {
        State middle = line[line.Count / 2];
        Maybe(80, walk => walk.WhileOpen().On("cancel").GoTo(cancelled));
        Maybe(50, walk => walk.OpensWith("ping").GoTo(line[0]));
        Maybe(70, walk => walk.While(line[0]).On("divert").When("n is small", _ => N(_.EventData) < 7).GoTo(aside));
        Maybe(70, walk => walk.While(middle).On("divert").GoTo(aside));
        Maybe(80, walk => walk.While(aside).On("return").GoTo(line[0]));
        Maybe(50, walk => walk.While(aside).On("note").Reenter());
        Maybe(60, walk => walk.WhileOpen().On("note").When("n is odd", _ => N(_.EventData) % 2 == 1).Stay());
        Maybe(60, walk => walk.While(care).On("ping").Stay());
        State again = dice.Of(middle, line[0], aside);
        Maybe(90, walk => walk.While(line[^1]).On("reopen").GoTo(again));
        Maybe(
            70,
            walk =>
                walk.WhileOpen()
                    .On("weather")
                    .When("the host is well", _ => N(_.EventData) < 8 ? N(_.EventData) > 3 : throw new InvalidOperationException())
                    .GoTo(middle)
        );
        State hasty = dice.Of<State>(line);
        TimeSpan patience = dice.Of(TimeSpan.FromMinutes(30), TimeSpan.FromHours(6), TimeSpan.FromDays(2)) * Version;
        State refuge = dice.Percent(30) ? cancelled : aside;
        Maybe(60, walk => walk.While(hasty).For(patience).GoTo(refuge));
        Maybe(40, walk => walk.While(aside).For(patience / 2).GoTo(line[^1]));
        Maybe(20, walk => walk.WhileOpen().For(TimeSpan.FromDays(9)).GoTo(cancelled));
        foreach (State state in line)
        {
            AddRule(80, walk => walk.OnEntering(state));
        }

        AddRule(50, walk => walk.OnEntering(aside));
        AddRule(40, walk => walk.OnEntering(care));
        AddRule(50, walk => walk.OnEntering(cancelled));
        AddRule(40, walk => walk.OnLeaving(line[0]));
        AddRule(30, walk => walk.OnReentering(line[0]));
        AddRule(60, walk => walk.On("note"));
        AddRule(40, walk => walk.On("ping"));
        AddRule(30, walk => walk.On(LineEvent(line.Count - 1)));
        TimeSpan quiet = dice.Of(TimeSpan.FromHours(1), TimeSpan.FromHours(5), TimeSpan.FromDays(1));
        AddRule(50, walk => walk.While(middle).QuietFor(quiet), repeats: true);
        AddRule(40, walk => walk.WhileOpen().QuietFor(quiet * 2), repeats: true);
        AddRule(70, walk => walk.WhileOpen().EveryDayAt(new TimeOnly(2, 30)), repeats: true);
        AddDelayed(60, line[0]);
        AddDelayed(50, middle);
        AddDelayed(50, line[^1]);
    }

    private static int N(JsonElement data) => data.TryGetProperty("n", out JsonElement n) ? n.GetInt32() : 0;

    private void Maybe(int chance, Action<LifecycleBuilder> sentence)
    {
        if (dice.Percent(chance))
        {
            sentences.Add(sentence);
        }
    }

    private void AddDelayed(int chance, State state)
    {
        TimeSpan delay = dice.Of(TimeSpan.FromMinutes(10), TimeSpan.FromHours(3), TimeSpan.FromDays(3));
        bool byDelay = dice.Percent(70);
        bool byTime = !byDelay || dice.Percent(30);
        AddRule(
            chance,
            walk =>
            {
                EntryOccasion occasion = walk.OnEntering(state);
                occasion = byDelay ? occasion.After(delay) : occasion;
                return byTime ? occasion.At(new TimeOnly(2, 30)) : occasion;
            }
        );
    }

    /// <summary>A rule, with whatever else there is to say about it.</summary>
    private void AddRule(int chance, Func<LifecycleBuilder, Occasion> occasion, bool repeats = false)
    {
        if (!dice.Percent(chance))
        {
            return;
        }

        string key = $"r{rules++}";
        string template = $"t{dice.Below(Templates)}";
        List<Action<TouchpointRuleBuilder>> more = [rule => rule.Named(key)];
        Channel[] route = dice.Of<Channel[]>(
            [Channel.Email],
            [Channel.Email],
            [Channel.Email, Channel.Sms],
            [Channel.Sms, "push"],
            ["push"]
        );
        more.Add(rule => rule.By(route));
        Add(15, rule => rule.AlsoBy(route[0] == Channel.Sms ? Channel.Email : Channel.Sms));
        Add(20, rule => rule.To("friend"));
        Add(promotional, rule => rule.As(Category.Promotional));
        Add(15, rule => rule.As(Category.Service));
        TimeSpan stale = dice.Of(TimeSpan.FromMinutes(5), TimeSpan.FromHours(2), TimeSpan.FromDays(1));
        Add(30, rule => rule.StaleAfter(stale));
        Add(15, rule => rule.MustBeHeard());
        Add(15, rule => rule.Afterwards());
        Add(20, rule => rule.IfUnknown(UnknownPolicy.Hold));
        Add(60, rule => rule.IfUnknown(UnknownPolicy.Ask));
        Add(
            15,
            rule =>
                rule.When(
                    "n is known",
                    situation => N(situation.JourneyData) >= 0 && situation.Customer is not { TimeZone: "Asia/Kolkata" }
                )
        );
        Add(
            10,
            rule => rule.When("the host is well", situation => N(situation.JourneyData) < 8 ? true : throw new InvalidOperationException())
        );
        int most = 1 + dice.Below(3);
        Add(repeats ? 80 : 0, rule => rule.AtMost(most));
        Action<LifecycleBuilder> sentence = walk =>
        {
            TouchpointRuleBuilder rule = occasion(walk).Send(template);
            more.ForEach(word => word(rule));
        };
        sentences.Add(sentence);
        ruleSentences.Add(sentence);

        void Add(int likely, Action<TouchpointRuleBuilder> word)
        {
            if (dice.Percent(likely))
            {
                more.Add(word);
            }
        }
    }
}
