using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Simulation.Hosting;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>What a provider knows of one attempt: the truth, whatever our tables say.</summary>
/// <param name="Host">Who sent it.</param>
/// <param name="Message">What it was.</param>
/// <param name="BeganAt">When it began, by the world's clock.</param>
internal sealed record SendRecord(SimulatedHost Host, OutgoingMessage Message, DateTimeOffset BeganAt)
{
    /// <summary>Whether the provider has it.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>What the provider told the sender; null while it has told nothing.</summary>
    public SendResult? Told { get; private set; }

    /// <summary>Whether the sender broke before it could tell anything.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether the provider has it and said that it has not.</summary>
    public bool IsLie => IsAccepted && Told is { Outcome: not (SendOutcome.Sent or SendOutcome.Uncertain) };

    public SendResult Answer(SendResult result) => Told = result;

    public void Break() => IsBroken = true;
}
