using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Messages;

/// <summary>Who speaks: name, looks and contacts, the same in every message.</summary>
/// <remarks>Filled at start-up, then only read. Faults are reported together with those of the templates.</remarks>
public sealed class BrandOptions
{
    /// <summary>The name that customers know. Default empty: messages then carry no brand.</summary>
    public string Name { get; set; } = "";

    /// <summary>The brand's own site, an absolute https URL that the header links to. Default null.</summary>
    public Uri? Website { get; set; }

    /// <summary>
    /// The logo, an absolute https URL of a PNG or JPEG about 320 pixels wide, shown 160 wide. Default null: the name is shown.
    /// </summary>
    public Uri? Logo { get; set; }

    /// <summary>
    /// The brand's colour as <c>#rrggbb</c>, for the header, buttons and links. Default a quiet blue. Unreadable pairs are corrected.
    /// </summary>
    public string Color { get; set; } = "#1f5fbf";

    /// <summary>
    /// Whether the header is white, with a line in the brand's colour below it: for a logo that is made for white paper. Default false: the
    /// header has the brand's colour. It stays white in dark mode.
    /// </summary>
    public bool HasWhiteHeader { get; set; }

    /// <summary>The sender as customers see it. Default null: the channel's own.</summary>
    public MessageAddress? From { get; set; }

    /// <summary>Where an answer goes; let a person read it. Default null: <see cref="ContactOptions.Email"/>.</summary>
    public MessageAddress? ReplyTo { get; set; }

    /// <summary>The postal address or legal line for the footer. Default null.</summary>
    public LocalizedText? LegalLine { get; set; }

    /// <summary>How to reach a person, for every message without a topic.</summary>
    public ContactOptions Contact { get; } = new();

    /// <summary>
    /// Contacts of their own for topics: a template's front matter names one with <c>topic: returns</c>. What a topic leaves null is taken
    /// from <see cref="Contact"/>.
    /// </summary>
    public IDictionary<string, ContactOptions> Topics { get; } = new Dictionary<string, ContactOptions>(StringComparer.Ordinal);
}
