using System.Collections.Immutable;

namespace CustomerTouchpoints.Responses.Exchanges;

/// <summary>
/// The latest messages of an exchange, in the order in which they were written and not in which they were reported: so that one that is
/// reported late has the place that it has.
/// </summary>
internal static class RecentMessages
{
    /// <summary>How many are remembered: what is reported later than that many others counts from the oldest of them.</summary>
    private const int Most = 24;

    extension(ImmutableArray<Said> messages)
    {
        public ImmutableArray<Said> And(Said message)
        {
            int place = messages.Length;
            while (place > 0 && messages[place - 1].At > message.At)
            {
                place--;
            }

            ImmutableArray<Said> all = messages.Insert(place, message);
            return all.Length > Most ? all.RemoveAt(0) : all;
        }

        /// <summary>The first answer at an instant or later; null when none is remembered.</summary>
        public DateTimeOffset? AnswerTo(DateTimeOffset wroteAt, bool botsCount)
        {
            foreach (Said message in messages)
            {
                if (message.At >= wroteAt && message.Answers(botsCount))
                {
                    return message.At;
                }
            }

            return null;
        }

        /// <summary>The customer's first message after an instant; null when none is remembered.</summary>
        public DateTimeOffset? WroteAfter(DateTimeOffset at)
        {
            foreach (Said message in messages)
            {
                if (message.At > at && message.By == Author.Customer)
                {
                    return message.At;
                }
            }

            return null;
        }

        /// <summary>The latest answer; null when none is remembered.</summary>
        public DateTimeOffset? LastAnswer(bool botsCount)
        {
            for (int i = messages.Length - 1; i >= 0; i--)
            {
                if (messages[i].Answers(botsCount))
                {
                    return messages[i].At;
                }
            }

            return null;
        }
    }
}
