using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Diagrams;
using CustomerTouchpoints.Lifecycles.Validation;

namespace CustomerTouchpoints.Reading;

/// <summary>A definition as people read it: its line, its states, its rules, and what it was warned of.</summary>
/// <remarks>Immutable.</remarks>
public sealed record LifecycleView
{
    /// <summary>The lifecycle's name.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the definition.</summary>
    public required int Version { get; init; }

    /// <summary>The states of its progress line, in order; empty when it has none.</summary>
    public IReadOnlyList<State> Line { get; init; } = [];

    /// <summary>Every state, superstates included, in the order in which they are first named.</summary>
    public IReadOnlyList<State> States { get; init; } = [];

    /// <summary>Every event that the definition names.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Its touchpoint rules, in the order in which they are declared.</summary>
    public IReadOnlyList<RuleView> Rules { get; init; } = [];

    /// <summary>The definition as a Mermaid state diagram.</summary>
    public required string Diagram { get; init; }

    /// <summary>What is allowed and seldom meant.</summary>
    public IReadOnlyList<Fault> Warnings { get; init; } = [];

    /// <summary>Reads a lifecycle.</summary>
    /// <param name="lifecycle">The lifecycle, as a host registers it.</param>
    /// <exception cref="InvalidSetupException">The lifecycle has faults.</exception>
    public static LifecycleView Of(Lifecycle lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        LifecycleDefinition definition = lifecycle.Compile();
        return new LifecycleView
        {
            Name = definition.Name,
            Version = definition.Version,
            Line = [.. definition.Line.Select(step => step.State)],
            States = definition.States,
            Events = definition.Events,
            Rules =
            [
                .. definition.Rules.Select(rule => new RuleView
                {
                    Key = rule.Key,
                    Template = rule.Template,
                    Scope = rule.State?.Name,
                    Words = RuleWords.Of(rule, definition.Roles[0]),
                    Category = rule.Category,
                    Channels = [.. rule.Channels],
                    IsOff = rule.IsOff,
                }),
            ],
            Diagram = MermaidDiagram.Draw(definition),
            Warnings = lifecycle.Validate().Warnings,
        };
    }
}
