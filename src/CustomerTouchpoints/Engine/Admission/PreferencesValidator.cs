using System.Collections.Immutable;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Preferences;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>Refuses preferences that can't be kept, and makes the rest fit for the journal.</summary>
internal static class PreferencesValidator
{
    private const int LongestText = 200;

    /// <summary>A page asks for some dozens at most: what is stored of one customer stays small.</summary>
    private const int Most = 256;

    /// <exception cref="ArgumentException">They are faulty: the message names what, and the remedy.</exception>
    public static PreferencesSet Admit(PreferencesRecord record, TopicBook topics, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        CustomerId.Given(record.Customer, nameof(record));
        CustomerPreferences said = record.Preferences ?? throw new ArgumentException("Preferences are missing.", nameof(record));
        if (said.Declined is null || said.Channels is null || said.Paces is null)
        {
            throw new ArgumentException("A list of preferences is null: leave it empty where nothing was said.", nameof(record));
        }

        if (record.At <= DateTimeOffset.UnixEpoch)
        {
            throw new ArgumentException($"Nobody said it at {record.At:u}: leave At out where it is said now.", nameof(record));
        }

        if (said.Declined.Count > Most || said.Channels.Count > Most || said.Paces.Count > Most)
        {
            throw new ArgumentException($"More than {Most} of a kind can't be kept.", nameof(record));
        }

        return new PreferencesSet(
            new PreferencesGiven(
                IsSaidNow(record, now) ? now : Instants.Truncate(record.At!.Value),
                [.. said.Declined.Select(decline => MarkOf(decline, topics)).Distinct().Order()],
                [.. said.Channels.Select(channel => Channel.Given(channel, nameof(record))).Distinct()],
                LanguageOf(said.Language),
                PacesOf(said, topics)
            ),
            Identifier.Key(record.Source, "a source of preferences", LongestText, nameof(record)),
            Identifier.Key(record.By, "who records preferences", LongestText, nameof(record))
        );
    }

    /// <summary>Whether it was said at this moment: it says no time, or one that is still to come.</summary>
    public static bool IsSaidNow(PreferencesRecord record, DateTimeOffset now) => !(record.At < now);

    private static DeclineMark MarkOf(Decline decline, TopicBook topics)
    {
        Channel? channel = decline?.Channel is { } given ? Channel.Given(given, "record") : default(Channel?);
        if (decline?.Topic is null)
        {
            return channel is null
                ? throw new ArgumentException(
                    "A decline names a topic, a channel, or both. Who wants no promotional messages at all withdraws consent: see "
                        + "RecordConsentAsync.",
                    "record"
                )
                : new DeclineMark(null, channel);
        }

        Topic topic = topics.Of(decline.Topic, "record");
        return topic.MayBeDeclined
            ? new DeclineMark(topic.Name, channel)
            : throw new ArgumentException(
                topic.Category == Category.Transactional
                    ? $"{topic} is transactional: customers can't decline what tells them of their own matter."
                    : $"{topic} can't be declined here: set Topic.MayBeDeclined where customers may.",
                "record"
            );
    }

    private static string? LanguageOf(string? language) =>
        language is null ? null
        : language.Length <= LongestText && CultureChain.Find(language) is { Name: { Length: > 0 } name } ? name
        : throw new ArgumentException($"\"{Identifier.Shown(language)}\" is no language: use a BCP 47 tag, such as fr or fr-CA.", "record");

    private static ImmutableArray<PaceMark> PacesOf(CustomerPreferences said, TopicBook topics)
    {
        var paces = new List<PaceMark> { new(null, Known(said.Pace)) };
        foreach ((string name, Pace pace) in said.Paces)
        {
            Topic topic = topics.Of(name, "record");
            paces.Add(
                topic.Category == Category.Promotional
                    ? new PaceMark(topic.Name, Known(pace))
                    : throw new ArgumentException($"{topic} messages never wait, and have no pace: only promotional ones do.", "record")
            );
        }

        return [.. paces.Where(pace => pace.Pace != Pace.AsTheyCome).OrderBy(pace => pace.Topic, StringComparer.Ordinal)];
    }

    private static Pace Known(Pace pace) =>
        Enum.IsDefined(pace) ? pace : throw new ArgumentOutOfRangeException("record", pace, "Use AsTheyCome, Daily, Weekly or Monthly.");
}
