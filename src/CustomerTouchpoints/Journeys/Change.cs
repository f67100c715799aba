using System.Text.Json;
using CustomerTouchpoints.Customers;

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

    /// <summary>
    /// The change with what it has to say of the journey before it, so that who reads it later needs no journey: most need nothing.
    /// </summary>
    public virtual Change SeenFrom(JourneyBuilder journey) => this;

    /// <summary>What stays of it in the journal when its customer is erased: all but free texts.</summary>
    public virtual Change Erased() => this;

    /// <summary>
    /// What it means for a customer; null when it concerns nobody. Deciding and replaying ask it alike, so that the journey's journal is
    /// the only record that is needed of it.
    /// </summary>
    /// <param name="journey">The journey.</param>
    /// <param name="at">When the entry of the change is recorded.</param>
    public virtual (CustomerId Customer, CustomerChange Change)? ForCustomer(JourneyId journey, DateTimeOffset at) => null;
}
