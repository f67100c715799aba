using System.Globalization;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Messages.Formatting;
using CustomerTouchpoints.Messages.Scriban;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Messages.Scriban;

/// <summary>What a thread keeps of one rendering for the next one is room, and nothing that was in it.</summary>
public sealed class KeptRenderingTests
{
    /// <summary>Pieces that leave traces wherever a rendering could have any, and pieces that show them.</summary>
    private static readonly string[] Pieces =
    [
        "text ",
        "{{ name }}",
        "{{ parcel.carrier }}",
        "{{ gone }}",
        "{{ note = name + '!' }}{{ note }}",
        "{{ note }}",
        "{{ name = 'assigned' }}",
        "{{ $local = name }}{{ $local }}",
        "{{ $local }}",
        "{{ for item in items }}{{ item }}{{ for.index }}{{ end }}",
        "{{ item }}{{ for.index }}",
        "{{ for i in 1..3 }}{{ if i == 2 }}{{ break }}{{ end }}{{ i }}{{ end }}",
        "{{ func twice(x) }}{{ x }}{{ x }}{{ end }}{{ twice name }}",
        "{{ with parcel }}{{ carrier }}{{ end }}",
        "{{ case name }}{{ when 'Ana' }}one{{ else }}other{{ end }}",
        "{{ 1234.5 }}",
        "{{ 1234.5 | number }}",
        "{{ number weight 1 }}",
        "{{ name | string.upcase }}",
        "{{ this.number }}",
        "{{ items | array.join ', ' }}",
        "{{ while n < 3 }}{{ n = n + 1 }}{{ n }}{{ end }}",
        "{{ ret }}",
        "{{ number name }}",
        "{{ 1 / 0 }}",
        "{{ items }}",
        "{{ for i in 1..9 }}{{ for j in 1..99 }}{{ end }}{{ end }}",
        "{{ name | array.first }}",
    ];

    private static readonly string[] Cultures = ["en", "de", "fr", ""];

    private static readonly Gen<Step> Steps =
        from source in Gen.Elements(Pieces).NonEmptyListOf().Select(pieces => string.Concat(pieces.Take(6)))
        from name in Gen.Elements("Ana", "Bo", "")
        from culture in Gen.Elements(Cultures)
        from strict in Gen.Elements(true, false, false)
        from rounds in Gen.Elements(500, 10_000)
        from output in Gen.Elements(40, 1_000)
        select new Step(source, name, culture, strict, rounds, output);

    [Test]
    public void A_rendering_in_a_kept_context_is_the_rendering_in_a_new_one() =>
        Prop.ForAll(
                Steps.NonEmptyListOf().ToArbitrary(),
                steps =>
                {
                    string[] kept = OnNewThread(() => [.. steps.Take(8).Select(Outcome)]);
                    string[] alone = [.. steps.Take(8).Select(step => OnNewThread(() => (string[])[Outcome(step)])[0])];
                    Assert.That(kept, Is.EqualTo(alone));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Test]
    public void The_short_way_to_values_and_helpers_is_Scriban_s_way() =>
        Prop.ForAll(
                Steps.ToArbitrary(),
                step =>
                {
                    // Within "with", any name may be the map's: so the short way is taken nowhere in this template.
                    const string longWay = "{{ if false }}{{ with parcel }}{{ end }}{{ end }}";
                    Assert.That(Outcome(step), Is.EqualTo(Outcome(step with { Source = longWay + step.Source })));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Test]
    public void What_many_renderings_write_together_is_not_counted_together()
    {
        ITemplate template = Compile("{{ name }}");
        var model = new Dictionary<string, object?> { ["name"] = new string('x', 300_000) };
        for (int i = 0; i < 10; i++)
        {
            Assert.That(template.Render(model, new RenderContext { Escape = value => value }), Has.Length.EqualTo(300_000));
        }
    }

    /// <summary>What a template writes, or why it does not.</summary>
    private static string Outcome(Step step)
    {
        try
        {
            return Compile(step.Source)
                .Render(
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["name"] = step.Name,
                        ["number"] = "data's own",
                        ["weight"] = 1234.5m,
                        ["n"] = 0L,
                        ["parcel"] = new Dictionary<string, object?> { ["carrier"] = "DHL" },
                        ["items"] = new List<object?> { "a", "b" },
                    },
                    new RenderContext
                    {
                        Escape = value => $"«{value}»",
                        Culture = CultureInfo.GetCultureInfo(step.Culture),
                        Strict = step.IsStrict,
                        MaxIterations = step.Rounds,
                        MaxOutput = step.Output,
                    }
                );
        }
        catch (TemplateException fault)
        {
            return fault.Message;
        }
    }

    private static ITemplate Compile(string source) =>
        new ScribanEngine(TimeProvider.System).Compile(
            new TemplateSource
            {
                Name = "kept.md",
                Text = source,
                Helpers = MessageHelpers.All,
            }
        );

    private static string[] OnNewThread(Func<string[]> run)
    {
        string[] result = [];
        var thread = new Thread(() => result = run());
        thread.Start();
        thread.Join();
        return result;
    }

    private sealed record Step(string Source, string Name, string Culture, bool IsStrict, int Rounds, int Output);
}
