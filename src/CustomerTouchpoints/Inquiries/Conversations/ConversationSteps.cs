using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Inquiries.Conversations;

/// <summary>How a conversation goes on by one step.</summary>
internal static class ConversationSteps
{
    extension(Conversation conversation)
    {
        /// <summary>
        /// With one more message. What a person on our side must have seen is what people and bots say, and not machines' mail.
        /// </summary>
        public Conversation Say(ConversationMessage message) =>
            conversation with
            {
                Messages = [.. conversation.Messages, message],
                LastMessage = message is { IsPublic: true, Author: not Author.Automatic } ? message.Id : conversation.LastMessage,
            };

        /// <summary>A representative takes it, unless they have it.</summary>
        public Conversation Take(string representative, DateTimeOffset at)
        {
            Holding? holder = conversation.Holder;
            return holder?.Representative == representative
                ? conversation
                : conversation.Give(
                    new Holding
                    {
                        Representative = representative,
                        Team = holder?.Team,
                        Tier = holder?.Tier ?? 1,
                        Since = at,
                    }
                );
        }

        /// <summary>It is handed over.</summary>
        public Conversation HandOver(InquiryHandedOver handed, DateTimeOffset at) =>
            conversation.Give(
                new Holding
                {
                    Representative = handed.To,
                    Team = handed.Team,
                    Tier = handed.Tier,
                    Since = at,
                    From = handed.By,
                    Why = handed.Why,
                }
            );

        /// <summary>It belongs together with another journey, unless that is known.</summary>
        public Conversation Link(JourneyId other) =>
            conversation.Links.Contains(other) ? conversation : conversation with { Links = [.. conversation.Links, other] };

        private Conversation Give(Holding next) =>
            conversation with
            {
                Holdings =
                [
                    .. conversation.Holdings.Take(conversation.Holdings.Count - 1),
                    .. conversation.Holder is { } holder ? [holder with { Until = next.Since }] : (Holding[])[],
                    next,
                ],
            };
    }
}
