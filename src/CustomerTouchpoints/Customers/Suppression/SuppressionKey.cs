namespace CustomerTouchpoints.Customers.Suppression;

/// <summary>Which suppression it is: what its id says.</summary>
/// <param name="Address">The address.</param>
/// <param name="Reason">The reason.</param>
internal readonly record struct SuppressionKey(AddressHash Address, SuppressionReason Reason)
{
    private const char Separator = '~';

    /// <summary>Its place in the order of reading.</summary>
    public SuppressionPlace Place => SuppressionPlace.Of(Address, Reason);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">It is no suppression's id.</exception>
    public static SuppressionKey Parse(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return
            id.Split(Separator) is [var name, { Length: > 0 } hash, var word]
            && Channel.Named(name) is { } channel
            && Enum.TryParse(word, out SuppressionReason reason)
            ? new SuppressionKey(new AddressHash(channel, hash), reason)
            : throw new ArgumentException(
                $"\"{Identifier.Shown(id)}\" is no suppression's id. Take one from a SuppressionView.",
                nameof(id)
            );
    }

    public override string ToString() => $"{Address.Channel.Name}{Separator}{Address.Text}{Separator}{Enum.GetName(Reason)}";
}
