using System.Text;
using Scriban.Parsing;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>
/// Takes away the line of a tag that writes nothing and stands alone on it, such as <c>{{ for item in items }}</c> or <c>{{ end }}</c>: an
/// empty line in its place would end a Markdown table or a list. A tag that has its own sign for blanks (<c>~</c>, <c>-</c>) keeps it.
/// </summary>
internal static class StandaloneTags
{
    private static readonly string[] Keywords =
    [
        "if",
        "else",
        "end",
        "for",
        "while",
        "case",
        "when",
        "func",
        "with",
        "wrap",
        "break",
        "continue",
        "ret",
        "readonly",
    ];

    /// <summary>The source with a sign for blanks in each such tag; its lines stay where they are.</summary>
    public static string Trim(string source)
    {
        var trimmed = new StringBuilder(source.Length + 32);
        int copied = 0;
        var tag = new List<Token>();
        foreach (Token token in new Lexer(source))
        {
            if (token.Type is TokenType.CodeEnter)
            {
                tag.Clear();
            }

            tag.Add(token);
            if (token.Type is not TokenType.CodeExit || !IsAlone(source, tag) || !WritesNothing(source, tag))
            {
                continue;
            }

            int open = tag[0].Start.Offset + 2;
            int close = token.Start.Offset;
            trimmed.Append(source, copied, open - copied).Append('~').Append(source, open, close - open).Append('~');
            copied = close;
        }

        return copied == 0 ? source : trimmed.Append(source, copied, source.Length - copied).ToString();
    }

    /// <summary>Whether the tag has no sign for blanks, and nothing else is on its lines.</summary>
    private static bool IsAlone(string source, List<Token> tag) =>
        tag[0].Type is TokenType.CodeEnter
        && Length(tag[0]) == 2
        && Length(tag[^1]) == 2
        && source.AsSpan(0, tag[0].Start.Offset).TrimEnd(" \t") is [] or [.., '\n']
        && source.AsSpan(tag[^1].End.Offset + 1).TrimStart(" \t") is [] or ['\n', ..] or ['\r', '\n', ..];

    /// <summary>Whether the tag is a statement, a note, or assigns something.</summary>
    private static bool WritesNothing(string source, List<Token> tag)
    {
        Token[] code = [.. tag.Skip(1).SkipLast(1).Where(token => token.Type is not (TokenType.NewLine or TokenType.Whitespace))];
        return code switch
        {
            [] => true,
            [{ Type: TokenType.Comment or TokenType.CommentMulti }, ..] => code.All(token =>
                token.Type is TokenType.Comment or TokenType.CommentMulti
            ),
            [{ Type: TokenType.Identifier } first, ..] when Keywords.Contains(Text(source, first), StringComparer.Ordinal) => true,
            [{ Type: TokenType.Identifier or TokenType.IdentifierSpecial }, { Type: TokenType.Equal }, ..] => true,
            _ => false,
        };
    }

    private static int Length(Token token) => token.End.Offset - token.Start.Offset + 1;

    private static string Text(string source, Token token) => source.Substring(token.Start.Offset, Length(token));
}
