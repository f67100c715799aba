using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Responses.Meanings;

/// <summary>What an event means in the conversation. Its functions are the host's and pure, like guards.</summary>
internal sealed class Meaning
{
    /// <summary>Whether the customer asks with it.</summary>
    public bool Asks { get; set; }

    /// <summary>Whose message it is; null when it is none.</summary>
    public Func<Situation, Author>? Author { get; set; }

    /// <summary>Whether the customer sees the message; null means always.</summary>
    public Func<Situation, bool>? IsPublic { get; set; }

    public Func<Situation, string?>? Channel { get; set; }

    public Func<Situation, string?>? Priority { get; set; }

    public Func<Situation, string?>? Topic { get; set; }

    public Func<Situation, string?>? Representative { get; set; }

    /// <summary>The promises that it makes.</summary>
    public List<PromiseDraft> Promises { get; } = [];

    /// <summary>What it means, in the words of a definition's outline.</summary>
    public IEnumerable<string> Words =>
        [
            .. Word(Asks, "asks"),
            .. Word(Author is not null, IsPublic is null ? "is a message" : "is a message or a note"),
            .. Word(Channel is not null, "sets the channel"),
            .. Word(Priority is not null, "sets the priority"),
            .. Word(Topic is not null, "sets the topic"),
            .. Word(Representative is not null, "sets the representative"),
            .. Promises.Select(promise => $"promises {promise.Name}, kept by {promise.KeptBy}"),
        ];

    private static string[] Word(bool isMeant, string word) => isMeant ? [word] : [];
}
