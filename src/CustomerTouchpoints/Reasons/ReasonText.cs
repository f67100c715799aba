using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomerTouchpoints.Reasons;

/// <summary>Reasons as the JSON texts that stores keep: one flat object, the code first, what lies behind it last.</summary>
internal static class ReasonText
{
    private const string Beginning = "{\"code\":\"";
    private const string Behind = "because";

    /// <summary>What needs no escape: most values are names and numbers.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !#$%()*,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~→"
    );

    public static string Of(Reason reason)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        Write(ref text, reason);
        return text.ToStringAndClear();
    }

    /// <summary>The reason that a store has kept; a text of before 0.2, when reasons were words, is a reason of itself.</summary>
    public static Reason Read(string text)
    {
        if (text.StartsWith(Beginning, StringComparison.Ordinal))
        {
            try
            {
                var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
                json.Read();
                return Read(ref json);
            }
            catch (JsonException)
            {
                // Somebody's words happened to begin like this.
            }
        }

        return OtherReasons.Text.With(text);
    }

    /// <summary>Reads the object, or the words of before 0.2, that a reader stands on.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static Reason Read(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return Read(json.GetString()!);
        }

        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A reason is an object with a code.");
        }

        string? code = null;
        Reason? because = null;
        var values = new List<KeyValuePair<string, string>>(4);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            json.Read();
            if (name == Behind)
            {
                because = Read(ref json);
            }
            else if (json.TokenType != JsonTokenType.String)
            {
                throw new JsonException($"The value {name} of a reason is a text.");
            }
            else if (name == "code")
            {
                code = json.GetString();
            }
            else
            {
                values.Add(new(name, json.GetString()!));
            }
        }

        return code is null ? throw new JsonException("A reason has a code.") : new Reason(code, [.. values], because);
    }

    private static void Write(ref DefaultInterpolatedStringHandler text, Reason reason)
    {
        text.AppendLiteral(Beginning);
        text.AppendLiteral(reason.Code);
        text.AppendLiteral("\"");
        foreach ((string name, string value) in reason.Pairs)
        {
            text.AppendLiteral(",\"");
            text.AppendLiteral(name);
            text.AppendLiteral("\":\"");
            text.AppendLiteral(value.AsSpan().ContainsAnyExcept(Plain) ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value) : value);
            text.AppendLiteral("\"");
        }

        if (reason.Because is { } because)
        {
            text.AppendLiteral($",\"{Behind}\":");
            Write(ref text, because);
        }

        text.AppendLiteral("}");
    }
}
