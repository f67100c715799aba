using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages;

/// <summary>Fills one message's model into the parts of its template.</summary>
/// <param name="model">What the template sees.</param>
/// <param name="facts">What the helpers know.</param>
/// <param name="strict">Whether a name that the model lacks is a fault.</param>
internal sealed class TemplateFilling(Dictionary<string, object?> model, MessageFacts facts, bool strict)
{
    /// <summary>What the helpers know.</summary>
    public MessageFacts Facts => facts;

    /// <summary>A line of plain text; empty where the template has none.</summary>
    public string Line(ITemplate? line) =>
        line is null
            ? ""
            : TextSafety.Cut(TextSafety.OneLine(line.Render(model, Context(TextSafety.OneLine, facts))), MessageLimits.LineCharacters);

    /// <summary>Markdown with a mark for each value, which goes into a slot.</summary>
    public string? Markdown(ITemplate? part, SlotValues slots) => part?.Render(model, Context(slots.Place, facts with { Slots = slots }));

    private RenderContext Context(Func<string, string> escape, MessageFacts known) =>
        new()
        {
            Escape = escape,
            Culture = known.Words.Culture,
            Strict = strict,
            MaxOutput = MessageLimits.PartCharacters,
            Facts = known,
        };
}
