using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>What a mail shows of a journey's line.</summary>
/// <param name="Step">The step that was reached, from 1.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="Names">How each step is called; empty where the words for one lack, and then only the count is told.</param>
/// <param name="Dates">When each was reached, as a date; empty texts for those that were not.</param>
internal sealed record MailProgress(int Step, int Steps, IReadOnlyList<string> Names, IReadOnlyList<string> Dates)
{
    /// <summary>A line of one step says nothing, and one of more is no longer taken in at a look.</summary>
    public const int MostSteps = 12;

    public bool IsNamed => Names.Count > 0;

    public ProgressShape Shape
    {
        get
        {
            int dated = 0;
            for (int i = 0; i < Dates.Count; i++)
            {
                dated |= Dates[i].Length > 0 ? 1 << i : 0;
            }

            return new ProgressShape(Step, Steps, IsNamed, dated);
        }
    }

    /// <summary>The same with marks for names and dates, which go into the next slots.</summary>
    public MailProgress Marked(SlotValues slots) => this with { Names = Marked(Names, slots), Dates = Marked(Dates, slots) };

    private static string[] Marked(IReadOnlyList<string> lines, SlotValues slots)
    {
        string[] marks = new string[lines.Count];
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = slots.Place(lines[i]);
        }

        return marks;
    }
}
