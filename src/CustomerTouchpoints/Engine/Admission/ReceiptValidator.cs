using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>Refuses receipts that name nothing, and makes the rest fit for the journal. What a provider says is cleaned.</summary>
internal static class ReceiptValidator
{
    public const int LongestAddress = 500;

    private const int LongestReference = 500;
    private const int LongestId = 200;

    /// <exception cref="ArgumentException">It is faulty: the message names what, and the remedy.</exception>
    public static Receipt Admit(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (!Enum.IsDefined(receipt.Kind))
        {
            throw new ArgumentOutOfRangeException(nameof(receipt), receipt.Kind, "Use a kind of receipt that there is.");
        }

        if (receipt.Touchpoint is null && (receipt.Channel is null || (receipt.Reference is null && receipt.Address is null)))
        {
            throw new ArgumentException(
                "A receipt has to say of which message it is: set Touchpoint, or Channel and Reference; or Channel and Address, of an "
                    + "address alone.",
                nameof(receipt)
            );
        }

        if (receipt.Touchpoint is { Rule: null })
        {
            throw new ArgumentException(
                "default(TouchpointId) names no touchpoint: take one from a view, or parse its text.",
                nameof(receipt)
            );
        }

        if (receipt.Attempt < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(receipt), receipt.Attempt, "Attempts are counted from 1.");
        }

        return receipt with
        {
            Channel = receipt.Channel is { } channel ? Channel.Given(channel, nameof(receipt)) : default(Channel?),
            Reference = receipt.Reference is { } reference ? Given(HostText.Clean(reference), "a reference", LongestReference) : null,
            Address = receipt.Address is { } address ? Given(address.Trim(), "an address", LongestAddress) : null,
            Id = receipt.Id is { } id ? Given(id, "a receipt's id", LongestId) : null,
            Details = receipt.Details is { } details ? HostText.Clean(details) : null,
        };
    }

    private static string Given(string text, string what, int longest) => Identifier.Key(text, what, longest, "receipt");
}
