using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Simulation.Invariants;

namespace CustomerTouchpoints.Simulation.Scheduling;

/// <summary>The people who look after the hosts, and what they do now and then.</summary>
internal sealed class Operators(World world, long seed)
{
    /// <summary>They pause sending, or let it go on.</summary>
    public void Switch(Dice dice, SimulatedHost? host)
    {
        SwitchScope[] known = [.. world.Pauses.Touched];
        IReadOnlyList<string> rules = host?.Rules ?? [];
        bool pauses = known.Length == 0 || dice.Percent(35);
        SwitchScope scope = pauses
            ? dice.Of(
                SwitchScope.All,
                SwitchScope.Of(dice.Of(People.Channels)),
                rules.Count == 0 ? SwitchScope.All : SwitchScope.OfRule(RandomLifecycle.LifecycleName, dice.Of(rules))
            )
            : dice.Of(known);
        if (host is { IsWriting: false } && world.Faults.Allows(pauses ? InjectedFault.SendingPaused : InjectedFault.SendingResumed))
        {
            world.Trace.Say($"{host}: an operator {(pauses ? "pauses" : "resumes")} {scope}");
            world.Pauses.Begin(scope);
            host.Switch(
                switches =>
                    pauses ? switches.PauseAsync(scope, "simulated", "operator") : switches.ResumeAsync(scope, "simulated", "operator"),
                heard: () =>
                {
                    if (pauses)
                    {
                        world.Pauses.AreInForce(scope);
                    }
                }
            );
        }
    }

    /// <summary>They decide about something that waits for one of them.</summary>
    public void Decide(Dice dice, SimulatedHost? host)
    {
        IReadOnlyList<TouchpointId> waiting = world.Waiting;
        if (host is not null && waiting.Count > 0 && world.Faults.Allows(InjectedFault.OperatorDecides))
        {
            Verdict verdict = world.Verdicts.Next(
                dice.Of(waiting),
                dice.Of(ReviewDecision.Resend, ReviewDecision.Resend, ReviewDecision.Resend, ReviewDecision.Sent, ReviewDecision.Discard)
            );
            world.Trace.Say($"{host}: an operator says {verdict.Decision} to {verdict.Touchpoint}, {verdict.Reason}");
            host.Decide(verdict);
        }
    }

    /// <summary>They record what a customer says of promotions.</summary>
    public void Record(Dice dice, SimulatedHost? host)
    {
        var consent = new ConsentRecord
        {
            Customer = dice.Of<CustomerId>([.. world.People.Ids]),
            Category = Category.Promotional,
            Channel = dice.Percent(70) ? default(Channel?) : dice.Of(People.Channels),
            Decision = dice.Percent(55) ? ConsentDecision.Granted : ConsentDecision.Withdrawn,
            Source = "simulated",
            By = "operator",
        };
        if (host is { IsOvertaken: false } && world.Faults.Allows(InjectedFault.CustomerSpeaks))
        {
            world.Trace.Say($"{host}: {consent.Customer} says {consent.Decision} by {consent.Channel?.Name ?? "all"}");
            Wishes.Said said = world.Wishes.Begin(consent);
            host.Record(consent, () => world.Wishes.Heard(said));
        }

        if (Stops.AreIn(seed))
        {
            Stop(dice, host);
        }
    }

    /// <summary>They say that an address does not work, or works again.</summary>
    private void Stop(Dice dice, SimulatedHost? host)
    {
        CustomerId customer = dice.Of<CustomerId>([.. world.People.Ids]);
        Channel channel = dice.Of(People.Channels);
        bool stops = dice.Percent(60);
        if (
            host is { IsOvertaken: false }
            && world.People.Find(customer)?.Addresses.GetValueOrDefault(channel) is { } address
            && world.Faults.Allows(InjectedFault.AddressStops)
        )
        {
            world.Trace.Say($"{host}: {customer}'s address for {channel} is {(stops ? "suppressed" : "lifted")}");
            Stops.Said said = world.Stops.Begin(customer, channel, stops);
            host.Stop(
                list =>
                    stops
                        ? list.SuppressAsync(
                            new SuppressionRecord
                            {
                                Channel = channel,
                                Address = address,
                                By = "operator",
                            }
                        )
                        : list.LiftAsync(channel, address, "simulated", "operator"),
                () => world.Stops.Heard(said)
            );
        }
    }

    /// <summary>They set a host's clock.</summary>
    public void Set(Dice dice, SimulatedHost? host)
    {
        bool forward = dice.Percent(50);
        if (host is not null && world.Faults.Allows(forward ? InjectedFault.ClockForward : InjectedFault.ClockBack))
        {
            var span = TimeSpan.FromSeconds(1 + dice.Below(5400));
            host.Time.Offset += forward ? span : -span;
            world.Trace.Say($"{host}: its clock is set {(forward ? "forward" : "back")} by {span:c}");
        }
    }
}
