using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Messages.Scriban;

namespace CustomerTouchpoints.Tests.Messages.Scriban;

/// <summary>What Scriban could do beyond the contract, and may not.</summary>
public sealed class ScribanEngineTests
{
    private static readonly Dictionary<string, TemplateHelper> Helpers = new(StringComparer.Ordinal)
    {
        ["date"] = (arguments, _) => $"date of {arguments.Count}",
        ["link"] = (arguments, _) => new SafeText($"[{arguments[0]}]"),
    };

    private static readonly Dictionary<string, object?> Model = new(StringComparer.Ordinal)
    {
        ["name"] = "Ana",
        ["date"] = "data's own",
        ["parcel"] = new Dictionary<string, object?> { ["carrier"] = "DHL" },
        ["items"] = new List<object?> { "a", "b" },
        ["host"] = new Uri("https://secret.example"),
    };

    [TestCase("{{ object.eval '1 + 1' }}")]
    [TestCase("{{ object.typeof name }}")]
    [TestCase("{{ date.now }}")]
    [TestCase("{{ math.random 1 9 }}")]
    [TestCase("{{ math.uuid }}")]
    [TestCase("{{ regex.match name '(a+)+$' }}")]
    [TestCase("{{ html.escape name }}")]
    [TestCase("{{ timespan.from_days 1 }}")]
    public void What_reaches_past_the_model_is_not_there(string source) =>
        Assert.That(() => Render(source, strict: true), Throws.TypeOf<TemplateException>());

    [TestCase("{{ '' + host }}")]
    [TestCase("{{ host | string.upcase }}")]
    [TestCase("{{ [host] | array.join ',' }}")]
    [TestCase("{{ '' + parcel }}")]
    [TestCase("{{ this }}")]
    [TestCase("{{ @link }}")]
    public void What_is_no_text_does_not_become_one(string source) => Assert.That(() => Render(source), Throws.TypeOf<TemplateException>());

    [TestCase("{{ [host] | array.map 'host' | array.first }}")]
    [TestCase("{{ host['host'] }}")]
    [TestCase("{{ host.host }}{{ host.Host }}")]
    [TestCase("{{ name.length }}{{ name.Length }}")]
    public void A_live_object_has_no_members_by_any_way(string source) => Assert.That(Render(source), Is.Empty);

    [TestCase("{{ parcel.carrier = 'x' }}")]
    [TestCase("{{ items[0] = 'x' }}")]
    [TestCase("{{ string.upcase = 1 }}")]
    [TestCase("{{ with parcel; carrier = 'x'; end }}")]
    public void A_template_changes_neither_the_model_nor_what_others_call(string source)
    {
        Assert.That(() => Render(source), Throws.TypeOf<TemplateException>());
        Assert.That(Render("{{ parcel.carrier }} {{ items[0] }} {{ 'x' | string.upcase }}"), Is.EqualTo("«DHL» «a» «X»"));
    }

    [Test]
    public void What_a_template_assigns_is_its_own() =>
        Assert.That(Render("{{ name = 'x' }}{{ name }}") + Render("{{ name }}"), Is.EqualTo("«x»«Ana»"));

    [TestCase("{{ while true }}{{ end }}", "10000 rounds")]
    [TestCase("{{ for i in items; for j in 1..9000; end; end }}", "10000 rounds")]
    [TestCase("{{ for i in 1..9000; end; for j in 1..9000; end }}", "10000 rounds")]
    [TestCase("{{ (1..20000) | array.join ',' }}", "")]
    [TestCase("{{ for i in 1..1000000000 }}{{ end }}", "Scriban failed on it")]
    [TestCase("{{ func f }}{{ f }}{{ end }}{{ f }}", "too often")]
    [TestCase("{{ 'x' | string.pad_left 2000000000 }}", "Scriban failed on it")]
    [TestCase("{{ x = 'x'; for i in 1..40; x = x + x; end; x }}", "1048576 characters")]
    [TestCase("{{ for i in 1..9999 }}{{ 'x' | string.pad_left 1000 }}{{ end }}", "1048576 characters")]
    public void A_bomb_is_stopped(string source, string reason) =>
        Assert.That(() => Render(source), Throws.TypeOf<TemplateException>().With.Message.Contains(reason));

    [Test]
    public void What_takes_too_long_is_stopped()
    {
        ITemplate template = Compile(new ScribanEngine(new HurriedTime()), "{{ for i in 1..300 }}{{ i }}{{ end }}");
        Assert.That(
            () => template.Render(Model, Context(false)),
            Throws.TypeOf<TemplateException>().With.Message.Contains("longer than 5 s")
        );
    }

    [Test]
    public void A_helper_wins_over_data_of_its_name() => Assert.That(Render("{{ date name }}"), Is.EqualTo("«date of 1»"));

    [Test]
    public void A_helper_can_be_piped_to_and_its_safe_text_stays_as_it_is()
    {
        Assert.That(Render("{{ name | link }}"), Is.EqualTo("[Ana]"));
        Assert.That(
            () => Render("{{ name | link | string.truncate 3 }}"),
            Throws.TypeOf<TemplateException>().With.Message.Contains("made ready")
        );
        Assert.That(() => Render("{{ 'see ' + (link name) }}"), Throws.TypeOf<TemplateException>().With.Message.Contains("made ready"));
    }

    [Test]
    public void Functions_of_a_template_escape_what_they_write() =>
        Assert.That(Render("{{ func greet(who) }}Dear {{ who }},{{ end }}{{ greet name }}"), Is.EqualTo("Dear «Ana»,"));

    [Test]
    public void A_map_is_looped_over_by_key_and_value() =>
        Assert.That(Render("{{ for pair in parcel }}{{ pair.key }}={{ pair.value }}{{ end }}"), Is.EqualTo("«carrier»=«DHL»"));

    [Test]
    public void A_fault_names_its_line_and_no_data()
    {
        TemplateException fault = Assert.Throws<TemplateException>(() => Render("one\ntwo {{ math.abs name }}"))!;
        Assert.That(fault.Message, Does.StartWith("line 2 ({{ math.abs name }}): ").And.Not.Contain("Ana"));
        Assert.That(Assert.Throws<TemplateException>(() => Render("one\n\n{{ if name"))!.Message, Does.StartWith("line 3: "));
    }

    private static string Render(string source, bool strict = false) =>
        Compile(new ScribanEngine(TimeProvider.System), source).Render(Model, Context(strict));

    private static ITemplate Compile(ScribanEngine engine, string source) =>
        engine.Compile(
            new TemplateSource
            {
                Name = "test.md",
                Text = source,
                Helpers = Helpers,
            }
        );

    private static RenderContext Context(bool strict) => new() { Escape = value => $"«{value}»", Strict = strict };

    /// <summary>A clock that is a minute on whenever it is looked at.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Add(ref now, 60);
    }
}
