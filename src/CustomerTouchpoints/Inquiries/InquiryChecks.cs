using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Inquiries;

/// <summary>What each event of an inquiry is checked for at the door.</summary>
internal static class InquiryChecks
{
    private const string Name = "a representative's name";

    public static void Check(InquiryAsked asked, InquiryOptions options)
    {
        ArgumentNullException.ThrowIfNull(asked);
        InquiryDoor.CheckText(asked.Text, options, "The question");
        InquiryDoor.CheckOptional(asked.Subject, "a subject");
        InquiryDoor.CheckOptional(asked.MessageId, "a message's id");
        InquiryDoor.CheckOptional(asked.Topic, "a topic");
        InquiryDoor.CheckOptional(asked.Priority, "a priority");
        InquiryDoor.CheckAttachments(asked.Attachments, options);
        Channel.Given(asked.Channel);
    }

    public static void Check(InquiryRead read)
    {
        ArgumentNullException.ThrowIfNull(read);
        InquiryDoor.CheckName(read.By, "a representative");
        InquiryDoor.CheckOptional(read.Name, Name);
    }

    public static void Check(InquiryAnswered answer, InquiryOptions options)
    {
        ArgumentNullException.ThrowIfNull(answer);
        InquiryDoor.CheckText(answer.Text, options, "The answer");
        InquiryDoor.CheckName(answer.By, "who answers");
        InquiryDoor.CheckOptional(answer.Name, Name);
        InquiryDoor.CheckAttachments(answer.Attachments, options);
        CheckSeen(answer.Seen);
        if (answer.Author is not (Author.Human or Author.Bot or Author.Automatic))
        {
            throw new ArgumentException(
                $"{answer.Author} does not answer: use Human, Bot or Automatic, or CustomerWroteAsync for what the customer writes.",
                nameof(answer)
            );
        }
    }

    public static void Check(InquiryAwaitsCustomer awaits, InquiryOptions options)
    {
        ArgumentNullException.ThrowIfNull(awaits);
        InquiryDoor.CheckText(awaits.Text, options, "What is needed");
        InquiryDoor.CheckName(awaits.By, "who asks");
        InquiryDoor.CheckOptional(awaits.Name, Name);
        CheckSeen(awaits.Seen);
    }

    public static void Check(InquiryNoted note, InquiryOptions options)
    {
        ArgumentNullException.ThrowIfNull(note);
        InquiryDoor.CheckText(note.Text, options, "The note");
        InquiryDoor.CheckName(note.By, "who writes a note");
    }

    public static void Check(InquiryHandedOver handedOver, InquiryOptions options)
    {
        ArgumentNullException.ThrowIfNull(handedOver);
        InquiryDoor.CheckName(handedOver.By, "who hands over");
        InquiryDoor.CheckText(handedOver.Why, options, "Why it is handed over");
        InquiryDoor.CheckOptional(handedOver.To, "a representative");
        InquiryDoor.CheckOptional(handedOver.Name, Name);
        InquiryDoor.CheckOptional(handedOver.Team, "a team");
        ArgumentOutOfRangeException.ThrowIfLessThan(handedOver.Tier, 1, nameof(handedOver));
    }

    public static void Check(InquiryCustomerWrote wrote, InquiryOptions options)
    {
        ArgumentNullException.ThrowIfNull(wrote);
        InquiryDoor.CheckText(wrote.Text, options, "The message");
        InquiryDoor.CheckOptional(wrote.MessageId, "a message's id");
        InquiryDoor.CheckAttachments(wrote.Attachments, options);
    }

    public static void Check(InquiryResolved resolved, InquiryOptions options)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        InquiryDoor.CheckName(resolved.By, "who resolves");
        InquiryDoor.CheckOptional(resolved.Name, Name);
        CheckSeen(resolved.Seen);
        if (resolved.Text is not null)
        {
            InquiryDoor.CheckText(resolved.Text, options, "The solution");
        }
    }

    public static void Check(InquiryReopened reopened, InquiryOptions options)
    {
        ArgumentNullException.ThrowIfNull(reopened);
        InquiryDoor.CheckName(reopened.By, "who reopens");
        InquiryDoor.CheckText(reopened.Why, options, "Why it is reopened");
    }

    public static void Check(InquiryClosed closed, InquiryOptions options)
    {
        ArgumentNullException.ThrowIfNull(closed);
        InquiryDoor.CheckName(closed.By, "who closes");
        InquiryDoor.CheckText(closed.Why, options, "Why it is closed");
    }

    public static void Check(InquiryLinked linked)
    {
        ArgumentNullException.ThrowIfNull(linked);
        JourneyId.Given(linked.To);
        InquiryDoor.CheckName(linked.By, "who links");
        InquiryDoor.CheckOptional(linked.As, "what they have to do with each other");
    }

    public static void Check(InquiryClassified classified)
    {
        ArgumentNullException.ThrowIfNull(classified);
        InquiryDoor.CheckName(classified.By, "who classifies");
        InquiryDoor.CheckOptional(classified.Topic, "a topic");
        InquiryDoor.CheckOptional(classified.Priority, "a priority");
        foreach (string tag in classified.Tags ?? [])
        {
            InquiryDoor.CheckName(tag, "a tag");
        }
    }

    private static void CheckSeen(string seen) => InquiryDoor.CheckName(seen, "the last message that was seen");
}
