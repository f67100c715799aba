using System.Diagnostics.CodeAnalysis;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>The same as <see cref="EventOccasion"/>, for an event that has a record: the functions read the record.</summary>
/// <typeparam name="TEvent">The record.</typeparam>
/// <remarks>
/// Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>. The record is read by reflection; when trimming or compiling ahead of
/// time use the functions of a <see cref="Situation"/>, and
/// <see cref="Situation.Event{TEvent}(System.Text.Json.Serialization.Metadata.JsonTypeInfo{TEvent})"/>.
/// </remarks>
public sealed class EventOccasion<TEvent> : EventOccasion
{
    private const string Trimming = "Reads the record by reflection; read it from the Situation by its JsonTypeInfo when trimming.";
    private const string Ahead =
        "Reads the record by reflection; read it from the Situation by its JsonTypeInfo when compiling ahead of time.";

    internal EventOccasion(LifecycleDraft draft, string eventName)
        : base(draft, eventName) { }

    /// <summary>It is a public message of ours.</summary>
    /// <param name="by">Who answers.</param>
    /// <param name="isPublic">Whether the customer sees it; null means always.</param>
    /// <returns>The same event, for what else it means.</returns>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Ahead)]
    public EventOccasion<TEvent> IsAnswer(Func<TEvent, Author> by, Func<TEvent, bool>? isPublic = null) => IsMessage(by, isPublic);

    /// <summary>It is a message.</summary>
    /// <param name="by">Whose. The customer's waits for an answer.</param>
    /// <param name="isPublic">Whether the customer sees it: an internal note is no answer, and no message of the customer. Null means
    /// always.</param>
    /// <returns>The same event, for what else it means.</returns>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Ahead)]
    public EventOccasion<TEvent> IsMessage(Func<TEvent, Author> by, Func<TEvent, bool>? isPublic = null)
    {
        ArgumentNullException.ThrowIfNull(by);
        base.IsMessage(
            situation => by(situation.Event<TEvent>()),
            isPublic is null ? null : situation => isPublic(situation.Event<TEvent>())
        );
        return this;
    }

    /// <summary>It says by which channel the customer is talked to. Null leaves it as it was.</summary>
    /// <returns>The same event, for what else it means.</returns>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Ahead)]
    public EventOccasion<TEvent> SetsChannel(Func<TEvent, Channel?> channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        base.SetsChannel(situation => channel(situation.Event<TEvent>()));
        return this;
    }

    /// <summary>It says how urgent the matter is. Null leaves it as it was.</summary>
    /// <returns>The same event, for what else it means.</returns>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Ahead)]
    public EventOccasion<TEvent> SetsPriority(Func<TEvent, string?> priority) => Sets(base.SetsPriority, priority);

    /// <summary>It says what the matter is about. Null leaves it as it was.</summary>
    /// <returns>The same event, for what else it means.</returns>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Ahead)]
    public EventOccasion<TEvent> SetsTopic(Func<TEvent, string?> topic) => Sets(base.SetsTopic, topic);

    /// <summary>It says who answers, by the id that reports are to use. Null leaves it as it was.</summary>
    /// <returns>The same event, for what else it means.</returns>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Ahead)]
    public EventOccasion<TEvent> SetsRepresentative(Func<TEvent, string?> representative) => Sets(base.SetsRepresentative, representative);

    /// <summary>
    /// It makes a promise to the customer: "delivered by". A promise that was made stands, whatever a later event promises.
    /// </summary>
    /// <param name="name">What is promised, such as <c>delivery</c>: lower-case letters, digits and hyphens.</param>
    /// <param name="by">The deadline; null makes no promise.</param>
    /// <returns>The promise, for what keeps it.</returns>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Ahead)]
    public PromiseBuilder Promises(string name, Func<TEvent, DateTimeOffset?> by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return base.Promises(name, situation => by(situation.Event<TEvent>()));
    }

    [RequiresUnreferencedCode(Trimming)]
    [RequiresDynamicCode(Ahead)]
    private EventOccasion<TEvent> Sets(Func<Func<Situation, string?>, EventOccasion> sets, Func<TEvent, string?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        sets(situation => selector(situation.Event<TEvent>()));
        return this;
    }
}
