using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>
/// One consequence of a decision. A journey's stored state is nothing but its changes applied in order, so replaying the journal gives it
/// back without running a guard again. Each concept has its own changes, beside what it decides.
/// </summary>
internal abstract record Change
{
    /// <summary>Changes the journey that is being built.</summary>
    /// <param name="journey">The journey in the making.</param>
    /// <param name="data">The data of the entry that the change belongs to.</param>
    public abstract void ApplyTo(JourneyBuilder journey, JsonElement? data);
}
