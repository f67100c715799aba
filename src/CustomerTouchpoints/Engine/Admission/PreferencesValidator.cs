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
                [.. said.Declined.Select(decline => MarkOf(decline, topics, nameof(record))).Distinct().Order()],
                [.. said.Channels.Select(channel => Channel.Given(channel, nameof(record))).Distinct()],
                LanguageOf(said.Language, nameof(record)),
                PacesOf(said, topics, nameof(record))
            ),
            Identifier.Key(record.Source, "a source of preferences", LongestText, nameof(record)),
            Identifier.Key(record.By, "who records preferences", LongestText, nameof(record))
        );
    }

    /// <summary>Whether it was said at this moment: it says no time, or one that is still to come.</summary>
    public static bool IsSaidNow(PreferencesRecord record, DateTimeOffset now) => !(record.At < now);

    private static DeclineMark MarkOf(Decline decline, TopicBook topics, string parameter)
    {
        Channel? channel = decline?.Channel is { } given ? Channel.Given(given, parameter) : default(Channel?);
        if (decline?.Topic is null)
        {
            return channel is null
                ? throw new ArgumentException(
                    "A decline names a topic, a channel, or both. Who wants no promotional messages at all withdraws consent: see "
                        + "RecordConsentAsync.",
                    parameter
                )
                : new DeclineMark(null, channel);
        }

        Topic topic = topics.Of(decline.Topic, parameter);
        return topic.MayBeDeclined
            ? new DeclineMark(topic.Name, channel)
            : throw new ArgumentException(
                topic.Category == Category.Transactional
                    ? $"{topic} is transactional: customers can't decline what tells them of their own matter."
                    : $"{topic} can't be declined here: set Topic.MayBeDeclined where customers may.",
                parameter
            );
    }

    private static string? LanguageOf(string? language, string parameter) =>
        language is null ? null
        : language.Length <= LongestText && CultureChain.Find(language) is { Name: { Length: > 0 } name } ? name
        : throw new ArgumentException(
            $"\"{Identifier.Shown(language)}\" is no language: use a BCP 47 tag, such as fr or fr-CA.",
            parameter
        );

    private static ImmutableArray<PaceMark> PacesOf(CustomerPreferences said, TopicBook topics, string parameter)
    {
        var paces = new List<PaceMark> { new(null, Known(said.Pace, parameter)) };
        foreach ((string name, Pace pace) in said.Paces)
        {
            Topic topic = topics.Of(name, parameter);
            paces.Add(
                topic.Category == Category.Promotional
                    ? new PaceMark(topic.Name, Known(pace, parameter))
                    : throw new ArgumentException($"{topic} messages never wait, and have no pace: only promotional ones do.", parameter)
            );
        }

        return [.. paces.Where(pace => pace.Pace != Pace.AsTheyCome).OrderBy(pace => pace.Topic, StringComparer.Ordinal)];
    }

    private static Pace Known(Pace pace, string parameter) =>
        Enum.IsDefined(pace) ? pace : throw new ArgumentOutOfRangeException(parameter, pace, "Use AsTheyCome, Daily, Weekly or Monthly.");
}
