using System.Collections.Concurrent;
using System.Globalization;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Messages.Branding;
using CustomerTouchpoints.Messages.Rendering;
using CustomerTouchpoints.Messages.Words;
using CustomerTouchpoints.Responses.Calendars;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CustomerTouchpoints.Messages;

/// <summary>The brand and the message options, read once and checked; what is wrong is kept for the start-up check.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class MessageSetup
{
    private const string Place = "Messages";

    private readonly ConcurrentDictionary<string, WordBook> wordBooks = new(StringComparer.Ordinal);
    private readonly List<Fault> faults = [];

    public MessageSetup(IOptions<MessageOptions> messages, IOptions<BrandOptions> brand, LinkSigner? links = null)
    {
        Links = links;
        Options = messages.Value;
        Brand = Brand.Read(brand.Value, faults);
        Style = new MailStyle(Brand.Color);
        DefaultCulture = CultureChain.Find(Options.DefaultCulture) ?? CultureInfo.GetCultureInfo("en");
        DefaultZone = ZoneNames.Find(Options.DefaultTimeZone) ?? DateTimeZone.Utc;
        if (CultureChain.Find(Options.DefaultCulture) is null)
        {
            faults.Add(
                new Fault(Place, $"the default culture \"{Options.DefaultCulture}\" is not known", "write a BCP 47 tag such as en or fr-CA")
            );
        }

        if (ZoneNames.Find(Options.DefaultTimeZone) is null)
        {
            faults.Add(
                new Fault(
                    Place,
                    $"the default time zone \"{Options.DefaultTimeZone}\" is not known",
                    "write an IANA name such as Europe/Rome"
                )
            );
        }

        if (Options.Forms.ContainsKey(default))
        {
            faults.Add(new Fault(Place, "a form is given to default(Channel), which names no channel", "name the channel of each form"));
        }

        CheckWords();
    }

    public MessageOptions Options { get; }

    /// <summary>What makes links; null where the host has configured none.</summary>
    public LinkSigner? Links { get; }

    public Brand Brand { get; }

    public MailStyle Style { get; }

    public CultureInfo DefaultCulture { get; }

    public DateTimeZone DefaultZone { get; }

    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>The library's words in a culture. Cultures come from template files and the customers' regions, so there are few.</summary>
    public WordBook WordsFor(CultureInfo culture) =>
        wordBooks.GetOrAdd(culture.Name, static (_, state) => WordBook.For(state.culture, state.Options.Words), (culture, Options));

    /// <summary>The zone to tell times in: the customer's where it is known.</summary>
    public DateTimeZone ZoneOf(string? customerZone, out bool isCustomers)
    {
        DateTimeZone? zone = customerZone is null ? null : ZoneNames.Find(customerZone);
        isCustomers = zone is not null;
        return zone ?? DefaultZone;
    }

    private static bool NamesHostsOwn(string key) =>
        key.StartsWith(FooterWords.JourneyPrefix, StringComparison.Ordinal) || key.StartsWith(StepWords.Prefix, StringComparison.Ordinal);

    private void CheckWords()
    {
        foreach ((string culture, IReadOnlyDictionary<string, string> words) in Options.Words)
        {
            foreach ((string key, string text) in words)
            {
                if (key.StartsWith(ReasonWords.Prefix, StringComparison.Ordinal))
                {
                    if (ReasonWords.FaultOf(key, text) is { } problem)
                    {
                        faults.Add(
                            new Fault(
                                Place,
                                $"the words \"{key}\" for {culture} {problem}",
                                "see docs/concepts/reasons.md for codes and values"
                            )
                        );
                    }

                    continue;
                }

                if (!WordBook.IsKey(key) && !NamesHostsOwn(key))
                {
                    faults.Add(
                        new Fault(
                            Place,
                            $"the words for {culture} have an unknown key \"{key}\"",
                            $"use one of the known ones: journey.NAME, step.NAME.STATE, reason.CODE, {string.Join(", ", WordBook.Keys)}; "
                                + $"counts also take {string.Join(", ", PluralRules.Special)} in place of {PluralRules.Other}"
                        )
                    );
                }

                if (!WordBook.IsFormat(text))
                {
                    faults.Add(
                        new Fault(
                            Place,
                            $"the words \"{key}\" for {culture} can't be filled in",
                            "write {0} and {1} as the English words do"
                        )
                    );
                }
            }
        }
    }
}
