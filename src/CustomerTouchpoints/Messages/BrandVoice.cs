using System.Globalization;
using CustomerTouchpoints.Messages.Branding;
using CustomerTouchpoints.Messages.Formatting;
using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Text;
using CustomerTouchpoints.Messages.Words;
using NodaTime;

namespace CustomerTouchpoints.Messages;

/// <summary>
/// How messages look and what the library itself says in them, for what goes with them: pages, channels of a host's own. Names, colours and
/// contacts are those of <see cref="BrandOptions"/>, words those of <see cref="MessageOptions.AddWords"/> and the built-in ones.
/// </summary>
/// <remarks>Immutable; safe to share between threads. Resolve it from the host's services.</remarks>
public sealed class BrandVoice
{
    private readonly MessageSetup setup;
    private readonly TimeProvider time;

    internal BrandVoice(MessageSetup setup, TimeProvider time)
    {
        this.setup = setup;
        this.time = time;
    }

    /// <summary>The brand's name; empty where it has none.</summary>
    public string Name => setup.Brand.Name;

    /// <summary>The brand's site, http or https; null where there is none.</summary>
    public Uri? Website => UriOf(setup.Brand.Website);

    /// <summary>The brand's logo, http or https; null where there is none.</summary>
    public Uri? Logo => UriOf(setup.Brand.Logo);

    /// <summary>Whether the brand stands on white: see <see cref="BrandOptions.HasWhiteHeader"/>.</summary>
    public bool HasWhiteHeader => setup.Brand.HasWhiteHeader;

    /// <summary>The brand's colour, as <c>#rrggbb</c>.</summary>
    public string Color => setup.Style.Color;

    /// <summary>White or ink, whichever reads better on <see cref="Color"/>.</summary>
    public string OnColor => setup.Style.OnColor;

    /// <summary>The brand's colour, as dark as it must be to be read on white.</summary>
    public string LinkColor => setup.Style.LinkColor;

    /// <summary>The brand's colour, as light as it must be to be read on a dark ground.</summary>
    public string DarkLinkColor => setup.Style.DarkLinkColor;

    /// <summary>How to reach a person, checked; opening hours in a culture.</summary>
    /// <param name="culture">The reader's culture.</param>
    /// <returns>What there is of it; parts that the brand lacks are null.</returns>
    public BrandContact ContactIn(CultureInfo culture)
    {
        Contact contact = setup.Brand.ContactFor(null);
        return new BrandContact
        {
            Phone = contact.Phone,
            PhoneLink = contact.PhoneDigits,
            OpeningHours = contact.HoursIn(culture),
            Email = contact.Email,
            Website = UriOf(contact.Website),
        };
    }

    /// <summary>The postal address or legal line; null where there is none.</summary>
    public string? LegalLineIn(CultureInfo culture) => TextSafety.OneLineOrNull(setup.Brand.LegalLine?.In(culture));

    /// <summary>The culture of the first tag that is one; the default culture when none is.</summary>
    /// <param name="tags">BCP 47 tags, the most wanted first.</param>
    public CultureInfo CultureOf(params ReadOnlySpan<string?> tags)
    {
        foreach (string? tag in tags)
        {
            if (CultureChain.Find(tag) is { } culture)
            {
                return culture;
            }
        }

        return setup.DefaultCulture;
    }

    /// <summary>Says something in a culture: a host's own words, the built-in ones of the language, or English.</summary>
    /// <param name="culture">The reader's culture.</param>
    /// <param name="key">A key of <see cref="MessageOptions.AddWords"/>.</param>
    /// <param name="values">What is filled in.</param>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public string Say(CultureInfo culture, string key, params ReadOnlySpan<object?> values) => setup.WordsFor(culture).Say(key, values);

    /// <summary>How a journey is called: <c>your order 1042</c>.</summary>
    public string JourneyIn(CultureInfo culture, JourneyId journey) =>
        setup.WordsFor(culture).Journey(journey.Lifecycle, TextSafety.OneLine(journey.Key));

    /// <summary>
    /// How a step of a line is called: as the host has said it in this language; else in the words of its state, which are in the default
    /// culture's language.
    /// </summary>
    /// <returns>Null where neither has words for readers of this language.</returns>
    /// <param name="culture">The reader's culture.</param>
    /// <param name="lifecycle">The lifecycle's name.</param>
    /// <param name="state">The name of the step's state.</param>
    /// <param name="says">The state's own words; null where it has none.</param>
    public string? StepIn(CultureInfo culture, string lifecycle, string state, string? says)
    {
        ArgumentNullException.ThrowIfNull(culture);
        bool areOwnWords = culture.TwoLetterISOLanguageName == setup.DefaultCulture.TwoLetterISOLanguageName;
        return setup.WordsFor(culture).Step(lifecycle, state, areOwnWords ? says : null);
    }

    /// <summary>Writes a date as messages do.</summary>
    /// <param name="culture">The reader's culture.</param>
    /// <param name="at">The instant.</param>
    /// <param name="zone">The reader's IANA zone; the default one where it is null or none.</param>
    public string DateIn(CultureInfo culture, DateTimeOffset at, string? zone) => Write(TimeHelpers.Date, "long", culture, at, zone);

    /// <summary>Writes a day and a time as messages do; it says the zone where it is not the reader's.</summary>
    /// <inheritdoc cref="DateIn"/>
    public string MomentIn(CultureInfo culture, DateTimeOffset at, string? zone) => Write(TimeHelpers.DateTime, "day", culture, at, zone);

    private string Write(TemplateHelper helper, string style, CultureInfo culture, DateTimeOffset at, string? zone)
    {
        DateTimeZone of = setup.ZoneOf(zone, out bool isReaders);
        var facts = new MessageFacts(
            Instant.FromDateTimeOffset(time.GetUtcNow()),
            of,
            isReaders,
            setup.DefaultZone,
            setup.WordsFor(culture)
        );
        object? written = helper(
            [at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), style],
            new RenderContext
            {
                Escape = text => text,
                Culture = culture,
                Facts = facts,
            }
        );
        return written?.ToString() ?? "";
    }

    private static Uri? UriOf(string? url) => url is null ? null : new Uri(url);
}
