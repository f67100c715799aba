using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Feedback.Surveys;
using CustomerTouchpoints.Inquiries.Events;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Inquiries.Conversations;

/// <summary>Makes a conversation of a journal, one entry after the other. Pure.</summary>
internal static class ConversationFold
{
    public static Conversation Of(IEnumerable<JournalEntryView> entries) => entries.Aggregate(new Conversation(), After);

    private static Conversation After(Conversation before, JournalEntryView entry)
    {
        // What was refused, repeated, or came too late for the inquiry was not said in it.
        if (
            entry is not { Kind: JournalEntryKind.Event, EventId: { } id, Data: { } data }
            || entry.Outcome is not (JournalEntryOutcome.Moved or JournalEntryOutcome.Handled)
        )
        {
            return before;
        }

        return entry.Name switch
        {
            InquiryEvents.Asked => Asked(before, entry, id, Read(data, InquiryJson.Default.InquiryAsked)),
            InquiryEvents.Read => before.Take(Read(data, InquiryJson.Default.InquiryRead).By, entry.OccurredAt),
            InquiryEvents.Answered => Answered(before, entry, id, Read(data, InquiryJson.Default.InquiryAnswered)),
            InquiryEvents.Noted => Noted(before, entry, id, Read(data, InquiryJson.Default.InquiryNoted)),
            InquiryEvents.HandedOver => before.HandOver(Read(data, InquiryJson.Default.InquiryHandedOver), entry.OccurredAt),
            InquiryEvents.AwaitsCustomer => Awaits(before, entry, id, Read(data, InquiryJson.Default.InquiryAwaitsCustomer)),
            InquiryEvents.CustomerWrote => Wrote(before, entry, id, Read(data, InquiryJson.Default.InquiryCustomerWrote)),
            InquiryEvents.MachineWrote => Machine(before, entry, id, Read(data, InquiryJson.Default.InquiryMachineWrote)),
            InquiryEvents.Resolved => Resolved(before, entry, id, Read(data, InquiryJson.Default.InquiryResolved)),
            SurveyAnswer.EventName => Fed(before, entry, id, GivenFeedback.In(data)),
            InquiryEvents.Linked => before.Link(Read(data, InquiryJson.Default.InquiryLinked).To),
            InquiryEvents.Classified => Classified(before, Read(data, InquiryJson.Default.InquiryClassified)),
            _ => before,
        };
    }

    private static Conversation Asked(Conversation before, JournalEntryView entry, string id, InquiryAsked asked)
    {
        Conversation next = before with
        {
            Subject = asked.Subject,
            Topic = asked.Topic ?? before.Topic,
            Priority = asked.Priority ?? before.Priority,
            Channel = asked.Channel,
        };
        return (asked.About is { } about ? next.Link(about) : next).Say(
            Said(entry, id, Author.Customer, asked.Text) with
            {
                Quoted = asked.Quoted,
                Channel = asked.Channel,
                MessageId = asked.MessageId,
                Attachments = asked.Attachments,
            }
        );
    }

    private static Conversation Answered(Conversation before, JournalEntryView entry, string id, InquiryAnswered answered)
    {
        Conversation next = before.Say(
            Ours(before, entry, id, answered.By, answered.Name, answered.Text) with
            {
                Author = answered.Author,
                Attachments = answered.Attachments,
            }
        );
        return answered.Author == Author.Human ? next.Take(answered.By, entry.OccurredAt) : next;
    }

    private static Conversation Noted(Conversation before, JournalEntryView entry, string id, InquiryNoted noted) =>
        before.Say(Said(entry, id, Author.Human, noted.Text) with { By = noted.By, IsPublic = false });

    private static Conversation Awaits(Conversation before, JournalEntryView entry, string id, InquiryAwaitsCustomer awaits) =>
        before.Say(Ours(before, entry, id, awaits.By, awaits.Name, awaits.Text)).Take(awaits.By, entry.OccurredAt);

    private static Conversation Resolved(Conversation before, JournalEntryView entry, string id, InquiryResolved resolved) =>
        resolved.Text is { } solution ? before.Say(Ours(before, entry, id, resolved.By, resolved.Name, solution)) : before;

    private static Conversation Wrote(Conversation before, JournalEntryView entry, string id, InquiryCustomerWrote wrote) =>
        (before with { Channel = wrote.Channel ?? before.Channel }).Say(
            Said(entry, id, Author.Customer, wrote.Text) with
            {
                Quoted = wrote.Quoted,
                Channel = wrote.Channel ?? before.Channel,
                MessageId = wrote.MessageId,
                Attachments = wrote.Attachments,
            }
        );

    private static Conversation Machine(Conversation before, JournalEntryView entry, string id, InquiryMachineWrote wrote) =>
        before.Say(Said(entry, id, Author.Automatic, wrote.Text) with { Channel = before.Channel, MessageId = wrote.MessageId });

    /// <summary>What customers answer is for us: nobody is overtaken by it.</summary>
    private static Conversation Fed(Conversation before, JournalEntryView entry, string id, GivenFeedback given) =>
        given.Last is { } last
            ? before.Say(
                Said(entry, id, Author.Customer, last.Comment ?? "") with
                {
                    IsPublic = false,
                    Feedback = new SurveyFeedback(given.Survey, last.Kind, last.Value),
                }
            )
            : before;

    private static Conversation Classified(Conversation before, InquiryClassified said) =>
        before with
        {
            Topic = said.Topic ?? before.Topic,
            Priority = said.Priority ?? before.Priority,
            Tags = said.Tags ?? before.Tags,
        };

    private static ConversationMessage Ours(Conversation before, JournalEntryView entry, string id, string by, string? name, string text) =>
        Said(entry, id, Author.Human, text) with
        {
            By = by,
            Name = name,
            Channel = before.Channel,
        };

    private static ConversationMessage Said(JournalEntryView entry, string id, Author author, string text) =>
        new()
        {
            Id = id,
            At = entry.OccurredAt,
            Author = author,
            IsPublic = true,
            Text = text,
        };

    private static T Read<T>(JsonElement data, JsonTypeInfo<T> type) => data.Deserialize(type)!;
}
