using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Meanings;
using CustomerTouchpoints.Responses.Promises;

namespace CustomerTouchpoints.Responses;

/// <summary>What a fact means in the conversation; the clocks follow from it.</summary>
internal static class ExchangeSettling
{
    /// <summary>The journey opens: unless the definition says which event asks, its opening does.</summary>
    public static void Begin(Deliberation deliberation, string eventName, DateTimeOffset at)
    {
        if (deliberation.Definition.Responses is { HasAsking: false })
        {
            deliberation.Add(new ExchangeMoved(deliberation.Journey.Exchange with { AskedAt = at }));
        }

        Note(deliberation, eventName, at);
    }

    /// <summary>Whatever came of a fact, what was said was said. A journey that is closed for good does not listen.</summary>
    public static void Note(Deliberation deliberation, string eventName, DateTimeOffset at)
    {
        if (deliberation.Definition.Responses is not { } policy)
        {
            return;
        }

        Meaning? meaning = policy.Meanings.GetValueOrDefault(eventName);
        if (meaning is not null && After(deliberation, meaning, eventName, at) is var after && after != deliberation.Journey.Exchange)
        {
            deliberation.Add(new ExchangeMoved(after));
        }

        foreach (PromiseDraft promise in meaning?.Promises ?? [])
        {
            Promising.Make(deliberation, promise, eventName, at);
        }

        Settle(deliberation, at);
    }

    /// <summary>Everything that follows from where the journey and its conversation are now.</summary>
    public static void Settle(Deliberation deliberation, DateTimeOffset at)
    {
        ClockSettling.Settle(deliberation, at);
        Promising.Settle(deliberation, at);
    }

    /// <summary>Somebody has heard from us.</summary>
    public static void Tell(Deliberation deliberation, string role)
    {
        if (deliberation.Definition.Responses is not null && role == deliberation.Definition.Roles[0])
        {
            deliberation.Add(new ExchangeMoved(deliberation.Journey.Exchange.Told(Author.Automatic, deliberation.Now)));
            Settle(deliberation, deliberation.Now);
        }
    }

    private static Exchange After(Deliberation deliberation, Meaning meaning, string eventName, DateTimeOffset at)
    {
        Exchange before = deliberation.Journey.Exchange;
        Exchange after = (meaning.Asks ? before.Asked(at) : before) with
        {
            Channel = Say(meaning.Channel, "channel") ?? before.Channel,
            Priority = Say(meaning.Priority, "priority") ?? before.Priority,
            Topic = Say(meaning.Topic, "topic") ?? before.Topic,
            Representative = Say(meaning.Representative, "representative") ?? before.Representative,
        };
        if (
            meaning.Author is not { } author
            || (meaning.IsPublic is { } isPublic && !deliberation.Read($"whether {eventName} is public", isPublic))
        )
        {
            return after;
        }

        Author by = deliberation.Read($"the author of {eventName}", author);
        return by == Author.Customer ? after.Wrote(at) : after.Told(by, at);

        string? Say(Func<Situation, string?>? selector, string what) =>
            selector is not null && deliberation.Read($"the {what} of {eventName}", selector) is { } said ? HostText.Clean(said) : null;
    }
}
