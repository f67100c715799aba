using System.Text.Json;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Messages;

/// <summary>What is known when a message is rendered: the template's name, who is told, by which channel, and the journey's data.</summary>
internal sealed record MessageRequest
{
    public required string Template { get; init; }

    public required Channel Channel { get; init; }

    public required Customer Customer { get; init; }

    public required JourneyId Journey { get; init; }

    public required Category Category { get; init; }

    /// <summary>The journey's data with the triggering event's own data on top: a JSON object.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>The deadlines that the message tells, such as <c>answerBy</c>. They win over data of the same name.</summary>
    public IReadOnlyList<ToldDeadline> Deadlines { get; init; } = [];

    /// <summary>The survey that the message asks; null where it asks none.</summary>
    public string? Survey { get; init; }

    /// <summary>The instant of rendering, by the engine's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The public words of the state the journey is in, such as "it is on its way".</summary>
    public string? StateWords { get; init; }

    /// <summary>The step the journey has reached on its progress line, from 1; null without a line.</summary>
    public int? Step { get; init; }

    /// <summary>How many steps the progress line has; null without a line.</summary>
    public int? Steps { get; init; }

    /// <summary>The block of added value that goes with it; null for none.</summary>
    public string? AddedValue { get; init; }

    /// <summary>The steps of the progress line, in their order; empty without a line.</summary>
    public IReadOnlyList<LineProgress> Line { get; init; } = [];

    /// <summary>Whether the message tells that a step of the line was reached, rather than anything else about the journey.</summary>
    public bool TellsStep { get; init; }
}
