using System.Text;

namespace CustomerTouchpoints.Email.Words;

/// <summary>Lines of text as HTML flows them: blanks collapse, blocks begin lines, paragraphs have a blank line between them.</summary>
/// <remarks>For one text.</remarks>
internal sealed class HtmlLines
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder line = new();
    private bool isLineQuoted;
    private bool hasGap;
    private int blankLines;

    /// <summary>How many quotes are open.</summary>
    public int Quotes { get; set; }

    /// <summary>Whether what follows is as it is written, with its blanks.</summary>
    public int Verbatim { get; set; }

    public void Add(string words)
    {
        foreach (char c in words)
        {
            if (Verbatim > 0 && c == '\n')
            {
                Break();
            }
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f' || (c == '\u00a0' && Verbatim == 0))
            {
                hasGap = true;
                if (Verbatim > 0)
                {
                    Put(c is '\r' or '\f' ? ' ' : c);
                }
            }
            else if (c is '\0' or '\u200b' or '\u00ad' or '\ufeff')
            {
                // Invisible: it would part words that are searched for.
            }
            else
            {
                if (hasGap && line.Length > 0 && Verbatim == 0)
                {
                    line.Append(' ');
                }

                Put(c);
            }
        }
    }

    /// <summary>Ends the line, also an empty one.</summary>
    public void Break()
    {
        if (line.Length == 0)
        {
            blankLines++;
        }

        EndLine();
    }

    /// <summary>Ends the line that was begun; a block begins on one of its own.</summary>
    public void EndLine()
    {
        hasGap = false;
        if (line.Length == 0)
        {
            return;
        }

        if (text.Length > 0)
        {
            text.Append('\n', Math.Min(blankLines, 2) + 1);
        }

        text.Append(isLineQuoted ? "> " : "").Append(line);
        line.Clear();
        blankLines = 0;
    }

    /// <summary>A paragraph's end: one blank line at least.</summary>
    public void EndParagraph()
    {
        EndLine();
        blankLines = Math.Max(blankLines, 1);
    }

    public override string ToString()
    {
        EndLine();
        return text.ToString();
    }

    private void Put(char c)
    {
        if (line.Length == 0)
        {
            isLineQuoted = Quotes > 0;
        }

        line.Append(c);
        hasGap = false;
    }
}
