using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>Refuses what can't be said of an address.</summary>
internal static class SuppressionValidator
{
    private const int LongestText = 200;

    /// <exception cref="ArgumentException">It is faulty: the message names what, and the remedy.</exception>
    public static void Demand(SuppressionRecord suppression)
    {
        ArgumentNullException.ThrowIfNull(suppression);
        Channel.Given(suppression.Channel, nameof(suppression));
        Address(suppression.Address, nameof(suppression));
        if (!Enum.IsDefined(suppression.Reason) || suppression.Scope is { } scope && !Enum.IsDefined(scope))
        {
            throw new ArgumentOutOfRangeException(nameof(suppression), suppression.Reason, "Use a reason and a scope that there are.");
        }

        Text(suppression.By, "who suppresses an address", nameof(suppression));
        if (suppression.Note is { } note)
        {
            Text(note, "a note", nameof(suppression));
        }
    }

    /// <exception cref="ArgumentException">It is empty, too long or has control characters.</exception>
    public static string Address(string address, string parameter) =>
        Identifier.Key(address?.Trim()!, "an address", ReceiptValidator.LongestAddress, parameter);

    /// <exception cref="ArgumentException">It is empty, too long or has control characters.</exception>
    public static string Text(string text, string what, string parameter) => Identifier.Key(text, what, LongestText, parameter);
}
