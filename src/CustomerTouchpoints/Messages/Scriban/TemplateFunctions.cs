using System.Collections.Frozen;
using Scriban.Functions;
using Scriban.Runtime;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>What a template may call: the library's helpers, and those of Scriban's functions that only work on what they get.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class TemplateFunctions(IReadOnlyDictionary<string, TemplateHelper> helpers)
{
    /// <summary>
    /// The functions of Scriban: no files, no evaluation of texts, no clock, no randomness, no patterns that run for long.
    /// </summary>
    public static readonly ScriptObject OfScriban = new()
    {
        ["array"] = Closed(new ArrayFunctions()),
        ["math"] = Closed(new MathFunctions(), "random", "uuid"),
        ["string"] = Closed(new StringFunctions()),
        ["empty"] = EmptyScriptObject.Default,
        IsReadOnly = true,
    };

    private readonly FrozenDictionary<string, MessageFunction> own = helpers.ToFrozenDictionary(
        helper => helper.Key,
        helper => new MessageFunction(helper.Value),
        StringComparer.Ordinal
    );

    /// <summary>The helper of a name; null when there is none.</summary>
    public MessageFunction? Find(string name) => own.GetValueOrDefault(name);

    private static ScriptObject Closed(ScriptObject functions, params ReadOnlySpan<string> without)
    {
        foreach (string name in without)
        {
            functions.Remove(name);
        }

        functions.IsReadOnly = true;
        return functions;
    }
}
