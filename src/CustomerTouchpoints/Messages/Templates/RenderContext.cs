using System.Globalization;
using CustomerTouchpoints.Messages.Templates;

namespace CustomerTouchpoints.Messages;

/// <summary>What one rendering asks of an engine: how values are written, how strict to be, and the limits.</summary>
/// <remarks>Made for one rendering and one thread.</remarks>
public sealed class RenderContext
{
    /// <summary>The default of <see cref="MaxOutput"/>: 1 MiB.</summary>
    public const int DefaultMaxOutput = 1024 * 1024;

    /// <summary>The default of <see cref="MaxIterations"/>.</summary>
    public const int DefaultMaxIterations = 10_000;

    private int iterations;

    /// <summary>Makes a value harmless in the output's own language (Markdown, HTML, plain text).</summary>
    public required Func<string, string> Escape { get; init; }

    /// <summary>The culture that numbers are written in. Default: the invariant culture.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>Whether a name that the model lacks is an error rather than nothing. Default false.</summary>
    public bool Strict { get; init; }

    /// <summary>The longest output, in characters. Default 1 MiB.</summary>
    public int MaxOutput { get; init; } = DefaultMaxOutput;

    /// <summary>How many rounds all loops of one rendering may take together. Default 10,000.</summary>
    public int MaxIterations { get; init; } = DefaultMaxIterations;

    /// <summary>What the built-in helpers know of the customer; null outside of a message.</summary>
    internal MessageFacts? Facts { get; init; }

    /// <summary>Makes the text of one value: safe text as it is, everything else escaped.</summary>
    /// <param name="value">A scalar of the model or a helper's result. Null writes nothing, numbers are written in the culture.</param>
    /// <exception cref="TemplateException">The value is a map, a list, or an object of any other type.</exception>
    public string Write(object? value) =>
        value switch
        {
            null => "",
            string text => Escape(text),
            SafeText safe => safe.Text,
            bool flag => flag ? "true" : "false",
            int or long or decimal or double => Escape(((IFormattable)value).ToString(null, Culture)),
            IReadOnlyDictionary<string, object?> or IReadOnlyList<object?> => throw new TemplateException(
                "a map or a list can't be written; name one of its values, or loop over it."
            ),
            _ => throw new TemplateException(
                $"a {value.GetType().Name} can't be written; a model holds maps, lists, text, numbers, booleans."
            ),
        };

    /// <summary>Counts one round of a loop; the engine calls it for each.</summary>
    /// <exception cref="TemplateException">The loops together took more rounds than <see cref="MaxIterations"/>.</exception>
    public void CountIteration()
    {
        if (++iterations > MaxIterations)
        {
            throw new TemplateException(
                $"its loops take more than {MaxIterations} rounds; shorten the list in the data, or raise no such list to a message."
            );
        }
    }

    /// <summary>Compares the output's length with its limit; the engine calls it as the output grows.</summary>
    /// <exception cref="TemplateException">The output is longer than <see cref="MaxOutput"/>.</exception>
    public void CheckOutput(int length)
    {
        if (length > MaxOutput)
        {
            throw new TemplateException($"its output passes {MaxOutput} characters; shorten the data or the template.");
        }
    }
}
