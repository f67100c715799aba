using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Simulation.Reporting;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>The providers' own record of every attempt.</summary>
internal sealed class Outbox(World world)
{
    private readonly List<SendRecord> records = [];
    private readonly HashSet<string> asked = [];
    private readonly Dictionary<string, List<SendRecord>> messages = [];

    public IReadOnlyList<SendRecord> Records => records;

    /// <summary>The attempts of each message.</summary>
    public IEnumerable<IReadOnlyList<SendRecord>> Messages => messages.Values;

    /// <summary>The attempts of one message, in the order they began.</summary>
    public IReadOnlyList<SendRecord> Of(string messageId) => messages.GetValueOrDefault(messageId) ?? [];

    /// <summary>Whether nobody has asked about a message before.</summary>
    public bool IsFirstQuestion(string messageId) => asked.Add(messageId);

    public SendRecord Begin(SimulatedHost host, OutgoingMessage message)
    {
        world.Trace.Say($"{host}: sends {message.Touchpoint}, attempt {message.Attempt}{(message.MayBeRepeat ? ", maybe a repeat" : "")}");
        var record = new SendRecord(host, message, world.Time.GetUtcNow());
        records.Add(record);
        if (!messages.TryGetValue(message.MessageId, out List<SendRecord>? attempts))
        {
            messages[message.MessageId] = attempts = [];
        }

        attempts.Add(record);
        world.Tally.Count(Sometimes.SentByOvertakenHost, host.IsOvertaken);
        world.Tally.Count(Sometimes.TwoSendsAtOnce, host.SendsUnderWay > 0);
        world.Tally.Count(Sometimes.CommitDuringSend, host.IsWriting);
        world.SendBegins(record);
        return record;
    }

    public void Accept(SendRecord record, bool fromDeadHost = false)
    {
        record.IsAccepted = true;
        world.Tally.Messages++;
        world.Tally.Count(Sometimes.SendOutlivedItsHost, fromDeadHost || record.Host.IsDead);
        if (Of(record.Message.MessageId).Count(other => other.IsAccepted) > 1)
        {
            world.Tally.Count(Sometimes.DuplicateSent);
            world.Tally.DuplicatesFlagged += record.Message.MayBeRepeat ? 1 : 0;
        }
    }
}
