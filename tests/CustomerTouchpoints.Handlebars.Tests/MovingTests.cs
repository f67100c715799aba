using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Handlebars.Tests;

/// <summary>What docs/templates/from-handlebars.md says is true: both columns of its table write the same.</summary>
public sealed class MovingTests
{
    private static readonly Dictionary<string, object?> Model = new(StringComparer.Ordinal)
    {
        ["name"] = "Ana",
        ["tracking"] = "https://track.example/1",
        ["gift"] = false,
        ["blank"] = "",
        ["none"] = new List<object?>(),
        ["parcel"] = new Dictionary<string, object?> { ["carrier"] = "DHL" },
        ["items"] = new List<object?>
        {
            new Dictionary<string, object?> { ["name"] = "Strap" },
            new Dictionary<string, object?> { ["name"] = "Case" },
        },
        ["words"] = new List<object?> { "a", "b" },
        ["date"] = "data's own",
    };

    private static readonly Dictionary<string, TemplateHelper> Helpers = new(StringComparer.Ordinal)
    {
        ["date"] = (arguments, _) => string.Join('/', arguments),
    };

    [TestCase("{{name}} {{parcel.carrier}}", "{{name}} {{parcel.carrier}}")]
    [TestCase("{{date name \"day\"}}", "{{date name \"day\"}}")]
    [TestCase("{{date name \"day\"}}", "{{ name | date \"day\" }}")]
    [TestCase("{{#if tracking}}a{{else}}b{{/if}}", "{{ if tracking }}a{{ else }}b{{ end }}")]
    [TestCase("{{#if blank}}a{{else}}b{{/if}}", "{{ if blank }}a{{ else }}b{{ end }}")]
    [TestCase("{{#if none}}a{{else}}b{{/if}}", "{{ if none }}a{{ else }}b{{ end }}")]
    [TestCase("{{#if gone}}a{{else}}b{{/if}}", "{{ if gone }}a{{ else }}b{{ end }}")]
    [TestCase("{{#unless gift}}a{{/unless}}", "{{ if !gift }}a{{ end }}")]
    [TestCase("{{#each items}}{{name}},{{/each}}", "{{ for item in items }}{{ item.name }},{{ end }}")]
    [TestCase("{{#each words}}{{this}},{{/each}}", "{{ for item in words }}{{ item }},{{ end }}")]
    [TestCase("{{#each words}}{{@index}}{{this}}{{/each}}", "{{ for item in words }}{{ for.index }}{{ item }}{{ end }}")]
    [TestCase(
        "{{#each words}}{{#if @first}}f{{/if}}{{#if @last}}l{{/if}}{{/each}}",
        "{{ for item in words }}{{ if for.first }}f{{ end }}{{ if for.last }}l{{ end }}{{ end }}"
    )]
    [TestCase("{{#with parcel}}{{carrier}}{{/with}}", "{{ with parcel }}{{ carrier }}{{ end }}")]
    [TestCase("{{this.date}}", "{{ this.date }}")]
    [TestCase("{{items.length}} {{items.0.name}}", "{{ items.size }} {{ items[0].name }}")]
    [TestCase("a{{! a note }}b", "a{{ # a note }}b")]
    [TestCase("{{#each words}}{{@root.name}}{{/each}}", "{{ for item in words }}{{ name }}{{ end }}")]
    [TestCase("a\n{{#if tracking}}\nb\n{{else}}\nc\n{{/if}}\nd", "a\n{{ if tracking }}\nb\n{{ else }}\nc\n{{ end }}\nd")]
    [TestCase("a\n{{! a note }}\nb", "a\n{{ # a note }}\nb")]
    public void Both_columns_of_the_table_write_the_same(string handlebars, string scriban)
    {
        string before = Render(new HandlebarsEngine(), handlebars);
        Assert.That(before, Is.Not.Empty);
        Assert.That(Render(Scriban(), scriban), Is.EqualTo(before));
    }

    [TestCase("a\n{{#if name}}b{{/if}}", "line 2: it is written in Handlebars ({{#if)")]
    [TestCase("{{#each items}}{{/each}}", "line 1: it is written in Handlebars ({{#each)")]
    [TestCase("{{> signature}}", "({{>)")]
    [TestCase("{{{name}}}", "({{{)")]
    public void What_is_still_in_Handlebars_is_never_taken_for_Scriban(string source, string expected) =>
        Assert.That(() => Render(Scriban(), source), Throws.TypeOf<TemplateException>().With.Message.Contains(expected));

    private static ITemplateEngine Scriban()
    {
        var services = new ServiceCollection();
        new TouchpointsBuilder(services).AddTemplates("x");
        return services.BuildServiceProvider().GetRequiredService<ITemplateEngine>();
    }

    private static string Render(ITemplateEngine engine, string source) =>
        engine
            .Compile(
                new TemplateSource
                {
                    Name = "moved.md",
                    Text = source,
                    Helpers = Helpers,
                }
            )
            .Render(Model, new RenderContext { Escape = value => value });
}
