using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// Where events come in: malformed input is refused here, with the name, the value and the remedy, before anything is decided.
/// </summary>
internal static class EventValidator
{
    private const int MaxDataDepth = 32;

    /// <summary>How long an escape by number is.</summary>
    private const int Escape = 6;

    /// <summary>
    /// The event in the form that decisions rely on: a valid name and id, an object as data, parties by role, a time that has passed.
    /// </summary>
    /// <exception cref="ArgumentException">Something is malformed.</exception>
    public static IncomingEvent Admit(IncomingEvent incoming, LifecycleDefinition definition, DateTimeOffset now)
    {
        EventName.Checked(incoming.Name, nameof(incoming));
        Identifier.Key(incoming.Id, "an event's id", IncomingEvent.MaxIdLength, nameof(incoming));
        DateTimeOffset occurredAt = incoming.OccurredAt is { } given && given < now ? given : now;
        return incoming with
        {
            Data = CheckedData(incoming),
            OccurredAt = Instants.Truncate(occurredAt),
            Parties = PartiesOf(incoming, definition),
            Customer = null,
        };
    }

    /// <summary>How many bytes the data of an event have.</summary>
    public static int SizeOf(IncomingEvent fact) => JsonMarshal.GetRawUtf8Value(fact.Data).Length;

    private static JsonElement CheckedData(IncomingEvent incoming)
    {
        if (incoming.Data.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException(
                $"The data of {incoming.Name} must be a JSON object; it is {incoming.Data.ValueKind}. Give its values names.",
                nameof(incoming)
            );
        }

        string text = TextOf(incoming);
        int bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > IncomingEvent.MaxDataBytes)
        {
            throw new ArgumentException(
                $"The data of {incoming.Name} has {bytes} bytes; {IncomingEvent.MaxDataBytes} is the most. Raise a reference instead of "
                    + "the whole.",
                nameof(incoming)
            );
        }

        if (HasHalfPair(text))
        {
            throw new ArgumentException(
                $"The data of {incoming.Name} has half a surrogate pair, such as an emoji that was cut in two, which no text can carry. "
                    + "Cut texts between characters, or replace it with U+FFFD.",
                nameof(incoming)
            );
        }

        return text.Contains("\\u0000", StringComparison.Ordinal) && HoldsNul(incoming.Data)
            ? throw new ArgumentException(
                $"The data of {incoming.Name} has the character U+0000, which not every store can keep. Remove it.",
                nameof(incoming)
            )
            : Copied(incoming, text);
    }

    private static string TextOf(IncomingEvent incoming)
    {
        try
        {
            return incoming.Data.GetRawText();
        }
        catch (InvalidOperationException cause) when (cause is not ObjectDisposedException)
        {
            throw new ArgumentException($"The data of {incoming.Name} is not UTF-8. Encode it anew.", nameof(incoming), cause);
        }
    }

    /// <summary>A copy that no caller can dispose of, nested no deeper than what is stored around it can bear.</summary>
    private static JsonElement Copied(IncomingEvent incoming, string text)
    {
        try
        {
            return JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDataDepth });
        }
        catch (JsonException fault)
        {
            throw new ArgumentException(
                $"The data of {incoming.Name} is nested more than {MaxDataDepth} levels deep. Flatten it.",
                nameof(incoming),
                fault
            );
        }
    }

    /// <summary>Whether a name or a text in the JSON escapes one half of a surrogate pair without the other.</summary>
    private static bool HasHalfPair(string json)
    {
        for (int i = json.IndexOf('\\', StringComparison.Ordinal); i >= 0; i = json.IndexOf('\\', i))
        {
            char high = UnitAt(json, i);
            if (!char.IsSurrogate(high))
            {
                i += 2;
                continue;
            }

            if (!char.IsSurrogatePair(high, UnitAt(json, i + Escape)))
            {
                return true;
            }

            i += 2 * Escape;
        }

        return false;
    }

    /// <summary>What is escaped by its number at an index, as <c>\ud83d</c>; U+0000 where nothing is.</summary>
    private static char UnitAt(string json, int index) =>
        index + Escape <= json.Length && json[index] == '\\' && json[index + 1] == 'u'
            ? (char)ushort.Parse(json.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : '\0';

    private static bool HoldsNul(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!.Contains('\0', StringComparison.Ordinal),
            JsonValueKind.Array => element.EnumerateArray().Any(HoldsNul),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Any(property => property.Name.Contains('\0', StringComparison.Ordinal) || HoldsNul(property.Value)),
            _ => false,
        };

    private static Dictionary<string, CustomerId> PartiesOf(IncomingEvent incoming, LifecycleDefinition definition)
    {
        if (incoming.Parties is null)
        {
            throw new ArgumentException(
                $"The Parties of {incoming.Name} are null: leave them out, or name who plays which role.",
                nameof(incoming)
            );
        }

        var parties = new Dictionary<string, CustomerId>(incoming.Parties, StringComparer.Ordinal);
        if (incoming.Customer is { } customer && !parties.TryAdd(definition.Roles[0], customer) && parties[definition.Roles[0]] != customer)
        {
            throw new ArgumentException(
                $"{incoming.Name} names two customers as {definition.Roles[0]}: \"{customer}\" as Customer and "
                    + $"\"{parties[definition.Roles[0]]}\" in Parties. Keep one.",
                nameof(incoming)
            );
        }

        foreach ((string role, CustomerId party) in parties)
        {
            if (party.Value is null)
            {
                throw new ArgumentException(
                    $"{incoming.Name} has default(CustomerId) as {Identifier.Shown(role)}, which names no customer: give the host's own "
                        + "id, or leave the role out.",
                    nameof(incoming)
                );
            }

            Identifier.Key(party.Value, "a customer's id", CustomerId.MaxLength, nameof(incoming));
            if (!definition.Roles.Contains(role))
            {
                throw new ArgumentException(
                    $"The lifecycle {definition.Name} has no role \"{Identifier.Shown(role)}\"; it has "
                        + $"{string.Join(", ", definition.Roles)}. Add it with Parties, or use one of these.",
                    nameof(incoming)
                );
            }
        }

        return parties;
    }
}
