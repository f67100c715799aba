namespace CustomerTouchpoints.Http.Webhooks;

/// <summary>What a <see cref="WebhookVerifier"/> says of a request.</summary>
public enum WebhookVerdict
{
    /// <summary>It was signed with one of the secrets, and lately.</summary>
    Verified,

    /// <summary>A header is missing, or can't be read.</summary>
    Incomplete,

    /// <summary>It was signed too long ago, or for a time that is not here yet.</summary>
    OutsideTolerance,

    /// <summary>No secret has made a signature that it carries.</summary>
    WrongSignature,
}
