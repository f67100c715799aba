namespace CustomerTouchpoints.Lifecycles.OptIn;

/// <summary>Who reads the address says that it was not them, or that they have changed their mind.</summary>
[Event(Name)]
public sealed record ConsentRefused
{
    internal const string Name = "consent.refused";
}
