namespace CustomerTouchpoints.Reasons;

/// <summary>Why a message waits in a digest, and where it went.</summary>
internal static class DigestReasons
{
    public static readonly ReasonKind Waits = new("in-digest", "it waits in the digest {digest} until {closes:u}");

    public static readonly ReasonKind Taken = new("taken-by-digest", "it leaves in {digest}");

    public static readonly ReasonKind Closed = new("digest-closed", "the digest {digest} has closed with {count} items");

    public static readonly ReasonKind Replaced = new("replaced-in-digest", "{rule} tells it as it is now, and takes its place as {item}");

    public static readonly ReasonKind Trimmed = new("digest-trimmed", "{count} of its items have ended meanwhile, and leave it");

    public static readonly ReasonKind Over = new("digest-over", "every item of it has ended meanwhile");

    public static IReadOnlyList<ReasonKind> All => [Waits, Taken, Closed, Replaced, Trimmed, Over];
}
