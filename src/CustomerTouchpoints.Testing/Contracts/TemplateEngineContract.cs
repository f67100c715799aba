using System.Globalization;
using CustomerTouchpoints.Messages;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What every <see cref="ITemplateEngine"/> promises, as runnable cases.</summary>
public static class TemplateEngineContract
{
    private static readonly Dictionary<string, TemplateHelper> Helpers = new(StringComparer.Ordinal)
    {
        ["shout"] = (arguments, _) => $"{arguments[0]}!".ToUpperInvariant(),
        ["safe"] = (arguments, _) => new SafeText($"<b>{arguments[0]}</b>"),
        ["kinds"] = (arguments, _) => string.Join(" ", arguments.Select(argument => argument?.GetType().Name ?? "null")),
        ["refuse"] = (_, _) => throw new TemplateException("refused for a reason."),
    };

    /// <summary>The cases, each on an engine of its own.</summary>
    /// <param name="create">Makes an engine.</param>
    /// <param name="syntax">How the engine's language writes loops and conditions. Default: Scriban.</param>
    public static IReadOnlyList<ContractCase> Cases(Func<ITemplateEngine> create, TemplateEngineContractSyntax? syntax = null)
    {
        ArgumentNullException.ThrowIfNull(create);
        TemplateEngineContractSyntax language = syntax ?? new TemplateEngineContractSyntax();
        var suite = new Suite(create, language);
        return
        [
            Case(
                "A file extension begins with a dot",
                () => Check(create().FileExtension is ['.', _, ..], "a file extension such as .md", create().FileExtension)
            ),
            Case(
                "Text outside of expressions stays as it is",
                () => suite.Writes("# Hello *you* <b>\n\n- one", "# Hello *you* <b>\n\n- one")
            ),
            Case("A value is escaped", () => suite.Writes("{{name}}", "«Ana»", ("name", "Ana"))),
            Case(
                "A value inside a map is escaped",
                () => suite.Writes("{{parcel.carrier}}", "«DHL»", ("parcel", new Dictionary<string, object?> { ["carrier"] = "DHL" }))
            ),
            Case("Data can't become template", () => suite.Writes("{{name}}", "«{{secret}}»", ("name", "{{secret}}"), ("secret", "x"))),
            Case("Null writes nothing", () => suite.Writes("a{{name}}b", "ab", ("name", null))),
            Case("A missing name writes nothing", () => suite.Writes("a{{name}}b{{parcel.carrier}}c", "abc")),
            Case(
                "A missing name is an error when strict",
                () => suite.Throws("a{{name}}b", new RenderContext { Escape = Mark, Strict = true })
            ),
            Case(
                "A missing name inside a map is an error when strict",
                () =>
                    suite.Throws(
                        "{{parcel.carrier}}",
                        new RenderContext { Escape = Mark, Strict = true },
                        ("parcel", new Dictionary<string, object?>())
                    )
            ),
            Case(
                "Null is no error when strict",
                () => suite.Writes("a{{name}}b", "ab", new RenderContext { Escape = Mark, Strict = true }, ("name", null))
            ),
            Case(
                "Numbers are written in the culture",
                () =>
                    suite.Writes(
                        "{{weight}} {{count}}",
                        "«1,5» «1042»",
                        new RenderContext { Escape = Mark, Culture = CultureInfo.GetCultureInfo("de-DE") },
                        ("weight", 1.5m),
                        ("count", 1042L)
                    )
            ),
            Case("Names differ by case", () => suite.Writes("{{name}}{{Name}}", "«a»«b»", ("name", "a"), ("Name", "b"))),
            Case("A list is looped over, each item escaped", () => suite.Writes(language.Loop, "[«a»][«b»]", ("items", List("a", "b")))),
            Case("An empty list loops never", () => suite.Writes(language.Loop, "", ("items", List()))),
            Case(
                "A table survives the tags of its loop",
                () => suite.Writes(language.Table, "| Item |\n|---|\n| «a» |\n| «b» |\n\nAfter", ("items", List("a", "b")))
            ),
            Case("A condition chooses", () => suite.Writes(language.Condition, "yes", ("gift", true))),
            Case("A missing condition is false", () => suite.Writes(language.Condition, "no")),
            Case("A helper's text is escaped", () => suite.Writes("{{shout name}}", "«ANA!»", ("name", "Ana"))),
            Case("A helper's safe text is not escaped", () => suite.Writes("{{safe name}}", "<b>Ana</b>", ("name", "Ana"))),
            Case(
                "A helper gets the model's own values, and null for a missing one",
                () =>
                    suite.Writes(
                        "{{kinds name count flag gone \"text\"}}",
                        "«String Int64 Boolean null String»",
                        ("name", "a"),
                        ("count", 1L),
                        ("flag", true)
                    )
            ),
            Case(
                "A helper's refusal reaches the caller with its reason",
                () => suite.Throws("{{refuse name}}", "refused for a reason.", ("name", "a"))
            ),
            Case("A map can't be written", () => suite.Throws("{{parcel}}", Lenient(), ("parcel", new Dictionary<string, object?>()))),
            Case("A list can't be written", () => suite.Throws("{{items}}", Lenient(), ("items", List("a")))),
            Case("A live object can't be written", () => suite.Throws("{{host}}", Lenient(), ("host", new Uri("https://secret.example")))),
            Case(
                "A live object has no members",
                () => suite.Writes("{{host.Host}}{{host.AbsoluteUri.Length}}", "", ("host", new Uri("https://secret.example")))
            ),
            Case("A text has no members", () => suite.Writes("{{name.Length}}", "", ("name", "Ana"))),
            Case(
                "Output is bounded",
                () => suite.Throws("{{name}}{{name}}", new RenderContext { Escape = Mark, MaxOutput = 100 }, ("name", new string('x', 60)))
            ),
            Case(
                "Loops are bounded together, also when they write nothing",
                () => suite.Throws(language.NestedLoop, Lenient(), ("items", List([.. Enumerable.Range(0, 200).Cast<object?>()])))
            ),
            Case("A broken source is refused when it is compiled", () => suite.Refuses(language.Broken)),
            Case("A refusal does not show data", () => suite.HidesData("{{refuse name}}{{parcel}}")),
            Case("One template serves many threads", () => suite.ServesThreads()),
            .. language.Include is { } include ? Inclusions(suite, include) : [],
            .. language.Forbidden.Select(source => Case($"Refused when it is compiled: {source}", () => suite.Refuses(source))),
        ];
    }

    private static ContractCase[] Inclusions(Suite suite, Func<string, string> include) =>
        [
            Case(
                "An included part sees the same values, each escaped once",
                () => suite.Writes($"a {include("greeting")} b", "a Dear «Ana» b", ("name", "Ana"))
            ),
            Case("A part that is not there is refused", () => suite.Refuses(include("nowhere"))),
            Case("A part that includes itself is refused", () => suite.Refuses(include("circle"))),
            Case("A broken part is refused", () => suite.Refuses(include("broken"))),
        ];

    private static RenderContext Lenient() => new() { Escape = Mark };

    private static string Mark(string value) => $"«{value}»";

    private static List<object?> List(params object?[] items) => [.. items];

    private static ContractCase Case(string name, Action run) =>
        new(
            name,
            () =>
            {
                run();
                return Task.CompletedTask;
            }
        );

    private static void Check(bool kept, string promised, string? seen)
    {
        if (!kept)
        {
            throw new ContractViolationException($"Promised: {promised}. Seen: {seen}.");
        }
    }

    private sealed class Suite(Func<ITemplateEngine> create, TemplateEngineContractSyntax language)
    {
        public void Writes(string source, string expected, params (string Name, object? Value)[] model) =>
            Writes(source, expected, Lenient(), model);

        public void Writes(string source, string expected, RenderContext context, params (string Name, object? Value)[] model)
        {
            string seen = Render(source, context, model);
            Check(seen == expected, $"\"{source}\" writes \"{expected}\"", $"\"{seen}\"");
        }

        public void Throws(string source, string reason, params (string Name, object? Value)[] model)
        {
            TemplateException? fault = Fault(source, Lenient(), model);
            Check(
                fault?.Message.EndsWith(reason, StringComparison.Ordinal) == true,
                $"\"{source}\" throws a TemplateException that ends with \"{reason}\"",
                fault?.Message ?? "no exception"
            );
        }

        public void Throws(string source, RenderContext context, params (string Name, object? Value)[] model) =>
            Check(Fault(source, context, model) is not null, $"\"{source}\" throws a TemplateException", "no exception");

        public void Refuses(string source)
        {
            try
            {
                create().Compile(Source(source));
            }
            catch (TemplateException)
            {
                return;
            }

            Check(false, $"\"{source}\" is refused with a TemplateException", "it compiled");
        }

        public void HidesData(string source)
        {
            const string secret = "canary-4711";
            TemplateException? fault = Fault(
                source,
                Lenient(),
                [("name", secret), ("parcel", new Dictionary<string, object?> { [secret] = secret })]
            );
            Check(
                fault?.Message.Contains(secret, StringComparison.Ordinal) == false,
                "a TemplateException without data",
                fault?.Message ?? "no exception"
            );
        }

        public void ServesThreads()
        {
            ITemplate template = create().Compile(Source("{{name}} {{shout name}}"));
            Parallel.For(
                0,
                200,
                i =>
                {
                    string seen = template.Render(
                        new Dictionary<string, object?> { ["name"] = $"n{i}" },
                        new RenderContext { Escape = value => $"{i}{value}" }
                    );
                    Check(seen == $"{i}n{i} {i}N{i}!", $"each thread its own values ({i})", seen);
                }
            );
        }

        private TemplateSource Source(string text) =>
            new()
            {
                Name = "contract.md",
                Text = text,
                Helpers = Helpers,
                FindPart = name =>
                    name switch
                    {
                        "greeting" => new TemplatePart("_greeting.md", "Dear {{name}}"),
                        "circle" => new TemplatePart("_circle.md", language.Include?.Invoke("circle") ?? ""),
                        "broken" => new TemplatePart("_broken.md", language.Broken),
                        _ => null,
                    },
            };

        private TemplateException? Fault(string source, RenderContext context, (string Name, object? Value)[] model)
        {
            try
            {
                Render(source, context, model);
                return null;
            }
            catch (TemplateException fault)
            {
                return fault;
            }
        }

        private string Render(string source, RenderContext context, (string Name, object? Value)[] model) =>
            create()
                .Compile(Source(source))
                .Render(model.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal), context);
    }
}
