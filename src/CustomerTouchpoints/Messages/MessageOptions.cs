namespace CustomerTouchpoints.Messages;

/// <summary>How messages are composed: defaults for customers of whom little is known, the channels' forms, words.</summary>
/// <remarks>Filled at start-up, then only read. Faults are reported together with those of the templates.</remarks>
public sealed class MessageOptions
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The culture of templates whose file names no culture, and of customers for whose culture there is none. A BCP 47 tag. Default
    /// <c>en</c>.
    /// </summary>
    public string DefaultCulture { get; set; } = "en";

    /// <summary>
    /// The IANA zone that times are told in when the customer's is unknown; such a time says which zone it is in. Also the zone meant by
    /// times without an offset in the data. Default <c>UTC</c>.
    /// </summary>
    public string DefaultTimeZone { get; set; } = "UTC";

    /// <summary>
    /// The form of each channel. Default: <see cref="MessageForm.Mail"/> for email, <see cref="MessageForm.Compact"/> for SMS, plain text
    /// for all others.
    /// </summary>
    public IDictionary<Channel, MessageForm> Forms { get; } =
        new Dictionary<Channel, MessageForm> { [Channel.Email] = MessageForm.Mail, [Channel.Sms] = MessageForm.Compact };

    /// <summary>The host's own words by culture: see <see cref="AddWords"/>.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words => words;

    /// <summary>
    /// Gives or replaces the words that the library itself writes into messages of one culture: labels of the contact block, relative
    /// times, the reason in the footer. English, French, German, Spanish and Italian are built in; other cultures read English until words
    /// are added.
    /// </summary>
    /// <param name="culture">A BCP 47 tag such as <c>nl</c>.</param>
    /// <param name="wordsByKey"> Words by key, such as <c>contact.phone</c> or <c>relative.in-hours.other</c>; a count has the plural
    /// categories of CLDR (<c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c>, <c>other</c>), of which those that the language
    /// has and you leave out read <c>other</c>; <c>journey.NAME</c> says how a lifecycle's journeys are called, such as
    /// <c>your booking {0}</c>. An unknown key is a fault at start-up that lists the known ones.
    /// </param>
    /// <returns>These options.</returns>
    public MessageOptions AddWords(string culture, IReadOnlyDictionary<string, string> wordsByKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(culture);
        ArgumentNullException.ThrowIfNull(wordsByKey);
        var merged = new Dictionary<string, string>(
            words.GetValueOrDefault(culture) ?? new Dictionary<string, string>(),
            StringComparer.Ordinal
        );
        foreach ((string key, string text) in wordsByKey)
        {
            merged[key] = text;
        }

        words[culture] = merged;
        return this;
    }

    internal MessageForm FormOf(Channel channel) => Forms.TryGetValue(channel, out MessageForm form) ? form : MessageForm.Plain;
}
