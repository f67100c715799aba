namespace CustomerTouchpoints.Http.Wires;

/// <summary>Why there is no answer.</summary>
internal enum WireFault
{
    /// <summary>The rule forbids the address.</summary>
    Refused,

    /// <summary>There is no connection: no such name, nobody there, no TLS. Surely not accepted.</summary>
    NotConnected,

    /// <summary>The request was not handed over whole. Surely not accepted.</summary>
    NotHandedOver,

    /// <summary>The request was handed over, and nobody knows what became of it.</summary>
    Unknown,
}
