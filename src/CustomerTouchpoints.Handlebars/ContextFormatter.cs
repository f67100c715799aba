using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace CustomerTouchpoints.Handlebars;

/// <summary>Writes every value that is not a plain text as the rendering asks: numbers in its culture, maps and lists never.</summary>
internal sealed class ContextFormatter : IFormatterProvider, IFormatter
{
    public bool TryCreateFormatter(Type type, [NotNullWhen(true)] out IFormatter? formatter)
    {
        formatter = this;
        return true;
    }

    public void Format<T>(T value, in EncodedTextWriter writer) =>
        writer.Write(HandlebarsRendering.Context.Write(value is UndefinedBindingResult ? null : value), encode: false);
}
