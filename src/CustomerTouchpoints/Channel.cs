using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints;

/// <summary>A way to reach somebody: a name behind which an <see cref="IChannelSender"/> stands.</summary>
/// <remarks>An immutable value; safe to share between threads.</remarks>
[JsonConverter(typeof(IdJsonConverter))]
public readonly record struct Channel
{
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

    /// <summary>The channel's name.</summary>
    public string Name => name ?? Email.name!;

    /// <summary>Lets hosts write channels as plain text.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternate.")]
    public static implicit operator Channel(string name) => new(name);

    /// <summary>Whether two channels have one name.</summary>
    public bool Equals(Channel other) => string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <summary>A hash of the name.</summary>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The channel's name.</summary>
    public override string ToString() => Name;
}
