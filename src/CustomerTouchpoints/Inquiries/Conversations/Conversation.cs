using CustomerTouchpoints.Inquiries.Conversations;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.Inquiries;

/// <summary>What was said in an inquiry, and who had it. It follows from the journal, and from nothing else.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record Conversation
{
    /// <summary>The subject; null where there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>What it is about; null where nobody has said.</summary>
    public string? Topic { get; init; }

    /// <summary>How urgent it is; null where nobody has said.</summary>
    public string? Priority { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The channel by which the customer is answered; null while nobody has asked.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The journeys that it belongs together with, the one that it is about first.</summary>
    public IReadOnlyList<JourneyId> Links { get; init; } = [];

    /// <summary>
    /// Messages and notes, in the order in which they were taken. What was refused, because it had not seen the last message, is none of
    /// them.
    /// </summary>
    public IReadOnlyList<ConversationMessage> Messages { get; init; } = [];

    /// <summary>Who had it, one after the other; the last has it now. Empty while nobody has taken it.</summary>
    public IReadOnlyList<Holding> Holdings { get; init; } = [];

    /// <summary>The last public message of the customer, a human or a bot, by its id; null while there is none.</summary>
    public string? LastMessage { get; init; }

    /// <summary>Who has it now; null while nobody does.</summary>
    public Holding? Holder => Holdings.Count > 0 ? Holdings[^1] : null;

    /// <summary>Makes the conversation of a journal's entries, in their order. Pure.</summary>
    /// <param name="entries">The entries of one inquiry.</param>
    public static Conversation Of(IEnumerable<JournalEntryView> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return ConversationFold.Of(entries);
    }
}
