namespace CustomerTouchpoints.Operations;

/// <summary>A pause that is in force.</summary>
/// <param name="Scope">What it stops.</param>
/// <param name="Since">Since when.</param>
/// <param name="By">Who paused it, in the host's words.</param>
/// <param name="Reason">Why, in the host's words.</param>
public sealed record Pause(SwitchScope Scope, DateTimeOffset Since, string By, string Reason)
{
    /// <summary>The pause in words, as the journal quotes it.</summary>
    public override string ToString() => $"{Scope} is paused since {Since:u} by {By}: {Reason}";
}
