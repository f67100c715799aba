using System.Text;
using HandlebarsDotNet;

namespace CustomerTouchpoints.Handlebars;

/// <summary>Escapes texts as the rendering asks.</summary>
internal sealed class ContextEncoder : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) => target.Write(HandlebarsRendering.Context.Write(text));

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var copy = new StringBuilder();
        while (text?.MoveNext() == true)
        {
            copy.Append(text.Current);
        }

        Encode(copy, target);
    }
}
