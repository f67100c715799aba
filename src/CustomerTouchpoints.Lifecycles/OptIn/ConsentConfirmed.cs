namespace CustomerTouchpoints.Lifecycles.OptIn;

/// <summary>Who reads the address has confirmed it. Raised by <see cref="DoubleOptIn"/>, which records the consent as well.</summary>
[Event(Name)]
public sealed record ConsentConfirmed
{
    internal const string Name = "consent.confirmed";
}
