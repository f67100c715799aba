using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Links;

/// <summary>
/// Makes the links that customers get, and says whether a link is one of them: HMAC-SHA256 over purpose, subject, expiry and the key's id.
/// It remembers nothing and asks no store, so a link works until it expires, as often as somebody follows it.
/// </summary>
/// <remarks>
/// Thread-safe. Resolve it from the host's services, once <c>UseLinks</c> has configured it. Whoever has a link can follow it: let what it
/// leads to show no more than its message told, and change only what its customer may change.
/// </remarks>
public sealed class LinkSigner
{
    private const int SignatureLength = 32;
    private const int LongestToken = 4096;

    /// <summary>The keys may be used for nothing else; should somebody do so all the same, what they sign there is no link.</summary>
    private static readonly byte[] Domain = "customer-touchpoints link 1\n"u8.ToArray();

    private readonly LinkSigningOptions options;
    private readonly TimeProvider time;
    private readonly (string Id, byte[] Secret)[] keys;
    private readonly string start;

    /// <summary>Made by the host's services.</summary>
    /// <param name="options">The address and the keys.</param>
    /// <param name="time">The time.</param>
    /// <exception cref="OptionsValidationException">The options are faulty.</exception>
    public LinkSigner(IOptions<LinkSigningOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        this.options = options.Value;
        this.time = time;
        if (new LinkSigningOptionsCheck().Validate(null, this.options) is { Failed: true, Failures: { } failures })
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(LinkSigningOptions), failures);
        }

        keys = [.. this.options.Keys.Select(key => (key.Id, Convert.FromBase64String(key.Secret)))];
        BaseAddress = this.options.BaseAddress!;
        start = BaseAddress.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>Where the pages are: <see cref="LinkSigningOptions.BaseAddress"/>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Makes a link: the base address, the purpose's name, and a token that is signed for both.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="subject">Whom it is for, and what it is about.</param>
    /// <returns>The link. Made twice on one day, it is the same.</returns>
    /// <exception cref="ArgumentException">The purpose or the customer is a default value, or a wording is too long.</exception>
    public Uri Link(LinkPurpose purpose, LinkSubject subject) => new($"{start}/{purpose}/{Sign(purpose, subject)}");

    /// <summary>Makes the link that stops a kind of message on the channel that it came by.</summary>
    /// <param name="customer">Who got the message.</param>
    /// <param name="category">Its kind. For <see cref="Category.Transactional"/>, which can't be declined, the link stops promotional
    /// messages.</param>
    /// <param name="channel">Its channel.</param>
    /// <returns>The link. Made twice on one day, it is the same.</returns>
    /// <exception cref="ArgumentException">The customer or the channel is a default value.</exception>
    public Uri UnsubscribeLink(CustomerId customer, Category category, Channel channel) =>
        Link(
            LinkPurpose.Unsubscribe,
            new LinkSubject
            {
                Customer = customer,
                Category = category == Category.Transactional ? Category.Promotional : category,
                Channel = channel,
            }
        );

    /// <summary>Makes the token of a link, for addresses of the host's own.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="subject">Whom it is for, and what it is about.</param>
    /// <param name="expiresAt">When it stops to work; null, the default, as the options say.</param>
    /// <returns>Letters, digits, hyphens and underscores: fit for a path and a query as it is.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Link"/>; or it expires before now, or after 2105.</exception>
    public string Sign(LinkPurpose purpose, LinkSubject subject, DateTimeOffset? expiresAt = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (purpose.Name is null)
        {
            throw new ArgumentException(
                "default(LinkPurpose) names no purpose: use LinkPurpose.Status, or one of your own.",
                nameof(purpose)
            );
        }

        Check(subject);

        DateTimeOffset now = time.GetUtcNow();
        long expiry = (expiresAt ?? Expiry(purpose, now)).ToUnixTimeSeconds();
        if (expiry <= now.ToUnixTimeSeconds() || expiry > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(expiresAt), expiresAt, "A link expires after now and before 2106.");
        }

        byte[] signed = new LinkToken(keys[0].Id, (uint)expiry, purpose.Name, subject).ToBytes();
        return Base64Url.EncodeToString([.. signed, .. Signature(keys[0].Secret, signed)]);
    }

    /// <summary>Says whom a link is for.</summary>
    /// <param name="purpose">What the link was followed for.</param>
    /// <param name="token">Its token, as it came.</param>
    /// <returns>
    /// The subject. Null for everything else alike: no token, one that was changed, one for another purpose, one that has expired, one
    /// whose key is not known any more. Answer to all of them alike.
    /// </returns>
    public LinkSubject? Verify(LinkPurpose purpose, string? token)
    {
        if (token is not { Length: > 0 and <= LongestToken } || !Base64Url.IsValid(token))
        {
            return null;
        }

        byte[] bytes = Base64Url.DecodeFromChars(token);

        // One token has one form: blanks, padding and bits that nobody reads make another one.
        if (bytes.Length <= SignatureLength || Base64Url.EncodeToString(bytes) != token)
        {
            return null;
        }

        ReadOnlySpan<byte> signed = bytes.AsSpan(0, bytes.Length - SignatureLength);
        byte[]? secret = SecretOf(LinkToken.KeyIdOf(signed));
        return
            secret is not null
            && CryptographicOperations.FixedTimeEquals(Signature(secret, signed), bytes.AsSpan(signed.Length))
            && LinkToken.Read(signed) is { } read
            && read.Purpose == purpose.Name
            && read.ExpiresAt > time.GetUtcNow().ToUnixTimeSeconds()
            ? read.Subject
            : null;
    }

    private static void Check(LinkSubject subject)
    {
        CustomerId.Given(subject.Customer, nameof(subject));
        if (subject.Journey is { } journey)
        {
            JourneyId.Given(journey, nameof(subject));
        }

        if (subject.Channel is { } channel)
        {
            Channel.Given(channel, nameof(subject));
        }

        if (subject.Wording is { } wording)
        {
            Identifier.Key(wording, "a link's wording", 200);
        }
    }

    /// <summary>The end of the day on which its lifetime ends, so that the attempts of a message have one link.</summary>
    private DateTimeOffset Expiry(LinkPurpose purpose, DateTimeOffset now)
    {
        DateTime end = (now + (purpose == LinkPurpose.Unsubscribe ? options.UnsubscribeLifetime : options.Lifetime)).UtcDateTime;
        return new DateTimeOffset(end.Date.AddDays(1), TimeSpan.Zero);
    }

    private byte[]? SecretOf(string? id) => Array.Find(keys, key => key.Id == id).Secret;

    private static byte[] Signature(byte[] secret, ReadOnlySpan<byte> signed)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Domain);
        hash.AppendData(signed);
        return hash.GetHashAndReset();
    }
}
