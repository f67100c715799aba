using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Messages;

/// <summary>How a customer reaches a person, as every mail shows it: the phone first, because that is what people look for.</summary>
/// <remarks>Filled at start-up, then only read.</remarks>
public sealed class ContactOptions
{
    /// <summary>The phone number as people read it, such as <c>+39 06 1234 5678</c>. Default null: no phone is shown.</summary>
    public string? Phone { get; set; }

    /// <summary>When the phone is answered, such as <c>Mon–Fri 9–18</c>. Default null: nothing is shown.</summary>
    public LocalizedText? OpeningHours { get; set; }

    /// <summary>The email address of people who answer. Default null. Also the Reply-To where none is set.</summary>
    public string? Email { get; set; }

    /// <summary>A page with answers, an absolute https URL. Default null.</summary>
    public Uri? Website { get; set; }

    /// <summary>
    /// Where an answer to the message goes. Default null: the brand's <see cref="BrandOptions.ReplyTo"/>, else <see cref="Email"/>.
    /// </summary>
    public MessageAddress? ReplyTo { get; set; }
}
