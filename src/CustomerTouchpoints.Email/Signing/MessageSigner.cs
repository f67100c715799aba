using MimeKit;
using MimeKit.Cryptography;

namespace CustomerTouchpoints.Email.Signing;

/// <summary>Signs a message by DKIM, with the attempt's own instant, so that equal messages stay equal.</summary>
internal static class MessageSigner
{
    private static readonly string[] Signed =
    [
        // Twice: whoever adds a second one breaks the signature.
        "From",
        "From",
        "To",
        "Reply-To",
        "Subject",
        "Date",
        "Message-ID",
        "In-Reply-To",
        "References",
        "Auto-Submitted",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "MIME-Version",
        "Content-Language",
        "Content-Type",
        "Content-Transfer-Encoding",
    ];

    /// <summary>Adds the signature. It is valid for the bytes that this format writes.</summary>
    public static void Sign(MimeMessage message, FormatOptions format, DkimKey key, DateTimeOffset at) =>
        new Signer(key, at).Sign(format, message, [.. Signed.Where(name => Has(message, name))]);

    private static bool Has(MimeMessage message, string name) =>
        (name.StartsWith("Content-", StringComparison.Ordinal) ? message.Body!.Headers : message.Headers).Contains(name);

    private sealed class Signer : DkimSigner
    {
        private readonly DateTimeOffset at;

        public Signer(DkimKey key, DateTimeOffset at)
            : base(key.PrivateKey, key.Domain, key.Selector, key.Algorithm)
        {
            this.at = at;
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
        }

        protected override long GetTimestamp() => at.ToUnixTimeSeconds();
    }
}
