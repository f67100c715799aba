using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Meanings;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>
/// An event that the journey accepts: what to tell on it, and what it means in the conversation. Meanings add up; an event that means
/// something is handled in every state.
/// </summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>. The functions must be pure, like guards.</remarks>
public class EventOccasion : Occasion
{
    internal EventOccasion(LifecycleDraft draft, string eventName)
        : base(draft, new RuleDraft { Trigger = RuleTrigger.Event, Event = eventName }) { }

    /// <summary>
    /// The customer asks with it: answer, update and resolution targets count from here. Where no event asks, the opening of the journey
    /// does.
    /// </summary>
    /// <returns>The same event, for what else it means.</returns>
    public EventOccasion Asks() => Means(meaning => meaning.Asks = true);

    /// <summary>It is a message of the customer.</summary>
    /// <returns>The same event, for what else it means.</returns>
    public EventOccasion IsFromCustomer() => IsMessage(_ => Author.Customer);

    /// <summary>It is a human's public answer.</summary>
    /// <returns>The same event, for what else it means.</returns>
    public EventOccasion IsAnswer() => IsMessage(_ => Author.Human);

    /// <summary>It is a message.</summary>
    /// <param name="by">Whose. The customer's waits for an answer.</param>
    /// <param name="isPublic">Whether the customer sees it: an internal note is no answer, and no message of the customer. Null means
    /// always.</param>
    /// <returns>The same event, for what else it means.</returns>
    public EventOccasion IsMessage(Func<Situation, Author> by, Func<Situation, bool>? isPublic = null)
    {
        ArgumentNullException.ThrowIfNull(by);
        return Means(meaning => (meaning.Author, meaning.IsPublic) = (by, isPublic));
    }

    /// <summary>
    /// It says by which channel the customer is talked to. Null leaves it as it was. <see cref="Channel.Named"/> makes one of a name in the
    /// event's data.
    /// </summary>
    /// <returns>The same event, for what else it means.</returns>
    public EventOccasion SetsChannel(Func<Situation, Channel?> channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Means(meaning => meaning.Channel = situation => channel(situation)?.Name);
    }

    /// <summary>It says how urgent the matter is. Null leaves it as it was.</summary>
    /// <returns>The same event, for what else it means.</returns>
    public EventOccasion SetsPriority(Func<Situation, string?> priority) => Means(meaning => meaning.Priority = Given(priority));

    /// <summary>It says what the matter is about. Null leaves it as it was.</summary>
    /// <returns>The same event, for what else it means.</returns>
    public EventOccasion SetsTopic(Func<Situation, string?> topic) => Means(meaning => meaning.Topic = Given(topic));

    /// <summary>It says who answers, by the id that reports are to use. Null leaves it as it was.</summary>
    /// <returns>The same event, for what else it means.</returns>
    public EventOccasion SetsRepresentative(Func<Situation, string?> representative) =>
        Means(meaning => meaning.Representative = Given(representative));

    /// <summary>
    /// It makes a promise to the customer: "delivered by". A promise that was made stands, whatever a later event promises.
    /// </summary>
    /// <param name="name">What is promised, such as <c>delivery</c>: lower-case letters, digits and hyphens.</param>
    /// <param name="by">The deadline; null makes no promise.</param>
    /// <returns>The promise, for what keeps it.</returns>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public PromiseBuilder Promises(string name, Func<Situation, DateTimeOffset?> by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var promise = new PromiseDraft(Identifier.Name(name, "a promise's name"), by);
        Means(meaning => meaning.Promises.Add(promise));
        return new PromiseBuilder(Draft, promise);
    }

    private protected EventOccasion Means(Action<Meaning> mean)
    {
        Finish();
        if (!Draft.Meanings.TryGetValue(Rule.Event!, out Meaning? meaning))
        {
            Draft.Meanings[Rule.Event!] = meaning = new Meaning();
        }

        mean(meaning);
        return this;
    }

    private static Func<Situation, string?> Given(Func<Situation, string?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return selector;
    }
}
