using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>Refuses what can't be evidence of a consent, and makes the rest fit for the journal.</summary>
internal static class ConsentValidator
{
    private const int LongestText = 200;

    /// <exception cref="ArgumentException">It is faulty: the message names what, and the remedy.</exception>
    public static ConsentRecorded Admit(ConsentRecord consent, TopicBook topics, bool serviceMayBeDeclined, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(consent);
        CustomerId.Given(consent.Customer, nameof(consent));
        Topic? topic = consent.Topic is { } name ? topics.Of(name, nameof(consent)) : null;
        if (FaultOf(consent.Category, topic, serviceMayBeDeclined) is { } fault)
        {
            throw new ArgumentException(fault, nameof(consent));
        }

        if (!Enum.IsDefined(consent.Decision))
        {
            throw new ArgumentOutOfRangeException(nameof(consent), consent.Decision, "Use Granted or Withdrawn.");
        }

        DateTimeOffset at = IsSaidNow(consent, now) ? now : Instants.Truncate(consent.At!.Value);
        return new ConsentRecorded(
            consent.Category,
            consent.Channel is { } channel ? Channel.Given(channel, nameof(consent)) : default(Channel?),
            consent.Decision,
            at,
            Identifier.Key(consent.Source, "a consent's source", LongestText, nameof(consent)),
            Identifier.Key(consent.By, "who records a consent", LongestText, nameof(consent)),
            consent.Wording is null ? null : Identifier.Key(consent.Wording, "a consent's wording", LongestText, nameof(consent))
        )
        {
            Topic = topic?.Name,
        };
    }

    /// <summary>Whether it was said at this moment: it says no time, or one that is still to come.</summary>
    public static bool IsSaidNow(ConsentRecord consent, DateTimeOffset now) => !(consent.At < now);

    private static string? FaultOf(Category category, Topic? topic, bool serviceMayBeDeclined) =>
        category switch
        {
            _ when topic is not null && topic.Category != category => $"The topic {topic} is {topic.Category}, and not {category}.",
            _ when topic is { MayBeDeclined: true } => null,
            Category.Promotional => null,
            Category.Service when serviceMayBeDeclined => null,
            Category.Service => "Service messages tell who waits where things stand, and nobody can decline them here: set "
                + "TouchpointsOptions.ServiceMayBeDeclined where customers may.",
            Category.Transactional => "Transactional messages tell customers of their own matter: they need no consent and can't be "
                + "declined.",
            _ => $"There is no category {category}: use Promotional, or Service.",
        };
}
