using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>That a message is a fallback: it stands by in case those before it do not reach the customer.</summary>
/// <param name="Earlier">The messages before it, the one that it follows last.</param>
/// <param name="After">How long the one before it has, from when it was to be told, or from when it last may have left.</param>
/// <param name="Until">The end of that time: before it, this one does not leave.</param>
internal sealed record Standby(IReadOnlyList<EarlierMessage> Earlier, TimeSpan After, DateTimeOffset Until)
{
    /// <summary>The message that it follows.</summary>
    [JsonIgnore]
    public EarlierMessage Last => Earlier[^1];

    /// <summary>Whether a message before it may have reached the customer: this one is then a possible repeat.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Whether one before the last may have, so that it stays a possible repeat though the last came back.</summary>
    public bool HasLeftBefore { get; init; }

    /// <summary>Whether the customer was reached while this one was under way: it is not tried again.</summary>
    public bool IsNeedless { get; init; }

    /// <summary>Whether it follows a message, directly or not.</summary>
    public bool Follows(long order)
    {
        for (int i = 0; i < Earlier.Count; i++)
        {
            if (Earlier[i].Order == order)
            {
                return true;
            }
        }

        return false;
    }
}
