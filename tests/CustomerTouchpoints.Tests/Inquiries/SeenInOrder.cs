using System.Text.Json;
using CustomerTouchpoints.Desks;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Tests.Inquiries;

/// <summary>Whoever answers has seen the public message before theirs.</summary>
internal static class SeenInOrder
{
    public static async Task CheckAsync(Desk desk, ConversationView view, int seed)
    {
        Dictionary<string, string> seen = [];
        await foreach (JournalEntryView entry in desk.Host.Touchpoints.JournalAsync())
        {
            if (entry is { EventId: { } id, Data: { } data } && data.TryGetProperty("seen", out JsonElement last))
            {
                seen[id] = last.GetString()!;
            }
        }

        string? before = null;
        foreach (
            ConversationMessage message in view.Conversation.Messages.Where(each =>
                each is { IsPublic: true, Author: not Author.Automatic }
            )
        )
        {
            if (message.Author != Author.Customer)
            {
                Assert.That(seen[message.Id], Is.EqualTo(before), $"seed {seed}: {message.Id}");
            }

            before = message.Id;
        }
    }
}
