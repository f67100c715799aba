using System.Globalization;
using CustomerTouchpoints.Messages.Rendering;

namespace CustomerTouchpoints.Messages;

/// <summary>Everything of a message that is not a value in a slot: messages that agree in it share one stencil.</summary>
/// <param name="Template">The template.</param>
/// <param name="Culture">The culture of the words around it.</param>
/// <param name="Form">The form.</param>
/// <param name="Body">The marked Markdown of its body.</param>
/// <param name="Extra">That of its added value.</param>
/// <param name="HasPreheader">Whether it has a preview line.</param>
/// <param name="HasHeadline">Whether it has a headline of its own.</param>
/// <param name="Progress">What it shows of a line.</param>
internal readonly record struct SkeletonKey(
    MessageTemplate Template,
    CultureInfo Culture,
    MessageForm Form,
    string Body,
    string? Extra,
    bool HasPreheader,
    bool HasHeadline,
    ProgressShape Progress
);
