using System.Text.Json;

namespace CustomerTouchpoints.Erasing;

/// <summary>A letter whose words its sender and its recipient are told.</summary>
public sealed class LetterLifecycle() : Lifecycle("letter", version: 1)
{
    public static readonly State Written = new("written", says: "it is written");

    protected override void Define(LifecycleBuilder letter)
    {
        letter.Parties("sender", "recipient");
        letter.Line(Written.ReachedBy("written"));
        letter.OnEntering(Written).Send("letter-left").By(Channel.Email);
        letter.OnEntering(Written).Send("letter-comes").To("recipient").By(Channel.Email);
        letter.On("noted").Send("note").By(Channel.Email);
    }

    public static IncomingEvent Fact(
        string name,
        string id,
        string letter,
        string words,
        params (string Role, string Customer)[] parties
    ) =>
        new()
        {
            Journey = new JourneyId("letter", letter),
            Name = name,
            Id = id,
            Parties = parties.ToDictionary(party => party.Role, party => new CustomerId(party.Customer)),
            Data = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["words"] = words }),
        };
}
