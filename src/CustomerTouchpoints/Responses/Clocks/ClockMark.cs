namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>Where an earlier segment of a clock began.</summary>
/// <param name="Since">When.</param>
/// <param name="Used">The time that was used until then.</param>
/// <param name="Runs">Whether time counted in it.</param>
internal readonly record struct ClockMark(DateTimeOffset Since, TimeSpan Used, bool Runs);
