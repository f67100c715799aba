using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>The host's own id of a customer: 1 to 200 characters without control characters. Never an address.</summary>
/// <remarks>An immutable value; safe to share between threads.</remarks>
[JsonConverter(typeof(IdJsonConverter))]
public readonly record struct CustomerId : IComparable<CustomerId>
{
    /// <summary>The longest id that is accepted, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>Names a customer.</summary>
    /// <exception cref="ArgumentException">The id is empty, too long, or has control characters.</exception>
    public CustomerId(string value) => Value = Identifier.Key(value, "a customer's id", MaxLength);

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>Lets hosts write customers as plain text.</summary>
    /// <exception cref="ArgumentException">The id is empty, too long, or has control characters.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternate.")]
    public static implicit operator CustomerId(string value) => new(value);

    /// <summary>The customer, unless it is <c>default(CustomerId)</c>, which names nobody.</summary>
    /// <exception cref="ArgumentException">It names nobody.</exception>
    internal static CustomerId Given(CustomerId customer, [CallerArgumentExpression(nameof(customer))] string? parameter = null) =>
        customer.Value is null
            ? throw new ArgumentException("default(CustomerId) names no customer: give the host's own id.", parameter)
            : customer;

    /// <summary>Orders ids by ordinal comparison: the order in which customers are locked.</summary>
    public int CompareTo(CustomerId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>Whether the left id comes first.</summary>
    public static bool operator <(CustomerId left, CustomerId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the right id comes first.</summary>
    public static bool operator >(CustomerId left, CustomerId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left id comes first or both are equal.</summary>
    public static bool operator <=(CustomerId left, CustomerId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the right id comes first or both are equal.</summary>
    public static bool operator >=(CustomerId left, CustomerId right) => left.CompareTo(right) >= 0;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
