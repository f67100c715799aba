using System.Globalization;
using CustomerTouchpoints.Messages;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What a page says, in its reader's language and by their clock.</summary>
/// <param name="voice">The brand.</param>
/// <param name="culture">The reader's culture.</param>
/// <param name="zone">The reader's IANA zone; null where it is not known.</param>
/// <param name="root">Where the pages are, as browsers see it.</param>
/// <param name="sheet">The style sheet's name.</param>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class PageText(BrandVoice voice, CultureInfo culture, string? zone, string root, string sheet)
{
    public BrandVoice Brand => voice;

    public CultureInfo Culture => culture;

    public string Direction => culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public string Sheet => $"{root}/{sheet}";

    public BrandContact Contact { get; } = voice.ContactIn(culture);

    public string? LegalLine => voice.LegalLineIn(culture);

    public string Say(string key, params ReadOnlySpan<object?> values) => voice.Say(culture, key, values);

    public string Date(DateTimeOffset at) => voice.DateIn(culture, at, zone);

    public string Moment(DateTimeOffset at) => voice.MomentIn(culture, at, zone);

    public string Journey(JourneyId journey) => Line(voice.JourneyIn(culture, journey));

    public string? Step(string lifecycle, string state, string? says) => voice.StepIn(culture, lifecycle, state, says);

    /// <summary>A kind of message, as customers know it.</summary>
    public string Kind(Category category) => Say($"page.category.{Name(category)}");

    public string KindAbout(Category category) => Say($"page.category.{Name(category)}.about");

    public string Kind(PreferenceKind kind) => kind.Topic is { } topic ? topic.WordsIn(culture.Name).Name : Kind(kind.Category);

    /// <summary>What a kind is about; empty where the host has not said.</summary>
    public string KindAbout(PreferenceKind kind) =>
        kind.Topic is { } topic ? topic.WordsIn(culture.Name).Description ?? "" : KindAbout(kind.Category);

    public string By(Channel? channel) =>
        channel is not { } by ? Say("page.channel.every")
        : by == Channel.Email ? Say("page.channel.email")
        : by == Channel.Sms ? Say("page.channel.sms")
        : Say("page.channel.named", by.Name);

    /// <summary>Words as a line that begins with a capital letter.</summary>
    public string Line(string words) => words.Length == 0 ? words : char.ToUpper(words[0], culture) + words[1..];

    private static string Name(Category category) =>
        category switch
        {
            Category.Promotional => "promotional",
            Category.Service => "service",
            _ => "transactional",
        };
}
