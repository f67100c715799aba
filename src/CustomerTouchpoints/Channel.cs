using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints;

/// <summary>A way to reach somebody: a name behind which an <see cref="IChannelSender"/> stands.</summary>
/// <remarks>
/// An immutable value; safe to share between threads. <c>default(Channel)</c> names no channel, and is refused wherever one is asked for.
/// </remarks>
[JsonConverter(typeof(IdJsonConverter))]
public readonly record struct Channel
{
    private const string NamesNone =
        "default(Channel) names no channel. Use Channel.Email, Channel.Sms, Channel.Chat, or new Channel(\"pigeon\").";

    private readonly string? name;

    /// <summary>Names a channel.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens, such as <c>pigeon</c>.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public Channel(string name) => this.name = Identifier.Name(name, "a channel's name");

    /// <summary>Email.</summary>
    public static Channel Email { get; } = new("email");

    /// <summary>Text messages to a phone.</summary>
    public static Channel Sms { get; } = new("sms");

    /// <summary>A conversation in the host's own chat.</summary>
    public static Channel Chat { get; } = new("chat");

    /// <summary>The customer's inbox within the host's own pages and apps.</summary>
    public static Channel Inbox { get; } = new("inbox");

    /// <summary>Messages that a browser or an app shows by itself (Web Push).</summary>
    public static Channel Push { get; } = new("push");

    /// <summary>Those that ring where the customer is, unless a host says otherwise.</summary>
    internal static IReadOnlyList<Channel> Ringing { get; } = [Sms, Push, new("voice")];

    /// <summary>Those whose addresses are phone numbers, unless a host says otherwise.</summary>
    internal static IReadOnlyList<Channel> Phones { get; } = [Sms, new("voice"), new("whatsapp")];

    /// <summary>The channel's name.</summary>
    /// <exception cref="InvalidOperationException">It is <c>default(Channel)</c>, which names none.</exception>
    public string Name => name ?? throw new InvalidOperationException(NamesNone);

    /// <summary>Lets hosts write channels as plain text.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternate.")]
    public static implicit operator Channel(string name) => new(name);

    /// <summary>The channel of a name that comes from elsewhere, such as an event's data.</summary>
    /// <param name="name">Any text, or null.</param>
    /// <returns>Null for what is no channel's name.</returns>
    public static Channel? Named(string? name) => name is not null && Identifier.IsName(name) ? new Channel(name) : default(Channel?);

    /// <summary>Whether two channels have one name.</summary>
    public bool Equals(Channel other) => string.Equals(name, other.name, StringComparison.Ordinal);

    /// <summary>A hash of the name.</summary>
    public override int GetHashCode() => name?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>The channel's name; <c>(none)</c> for <c>default(Channel)</c>.</summary>
    public override string ToString() => name ?? "(none)";

    /// <summary>The channel that a host handed in.</summary>
    /// <exception cref="ArgumentException">It names none.</exception>
    internal static Channel Given(Channel channel, [CallerArgumentExpression(nameof(channel))] string? parameter = null) =>
        channel.name is null ? throw new ArgumentException(NamesNone, parameter) : channel;

    /// <summary>The channels that a host handed in.</summary>
    /// <exception cref="ArgumentException">One names none.</exception>
    internal static IReadOnlyList<Channel> Given(
        IReadOnlyList<Channel> channels,
        [CallerArgumentExpression(nameof(channels))] string? parameter = null
    )
    {
        ArgumentNullException.ThrowIfNull(channels, parameter);
        return [.. channels.Select(channel => Given(channel, parameter))];
    }
}
