using System.Collections;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Testing;

/// <summary>Messages that were sent, in order, with a way to say what they should have been.</summary>
public sealed class SentMessages : IReadOnlyList<OutgoingMessage>
{
    private readonly IReadOnlyList<OutgoingMessage> messages;
    private readonly string whose;

    internal SentMessages(IReadOnlyList<OutgoingMessage> messages, string whose)
    {
        this.messages = messages;
        this.whose = whose;
    }

    /// <summary>How many were sent.</summary>
    public int Count => messages.Count;

    /// <summary>The message at a place, from 0.</summary>
    public OutgoingMessage this[int index] => messages[index];

    /// <summary>Checks that exactly these rules spoke, in this order.</summary>
    /// <param name="rules">The rules' keys: the templates' names, unless <c>Named</c> gave others.</param>
    /// <exception cref="TouchpointAssertionException">It was otherwise.</exception>
    public void ShouldBe(params IReadOnlyList<string> rules)
    {
        string[] actual = [.. messages.Select(message => message.Touchpoint.Rule)];
        if (!actual.SequenceEqual(rules))
        {
            throw new TouchpointAssertionException(
                $"{whose} should have been told [{string.Join(", ", rules)}], and was told [{string.Join(", ", actual)}]."
            );
        }
    }

    /// <summary>The messages in order.</summary>
    public IEnumerator<OutgoingMessage> GetEnumerator() => messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
