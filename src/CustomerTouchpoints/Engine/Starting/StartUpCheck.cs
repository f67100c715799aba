using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Lifecycles.Validation;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>
/// What must be right before the first event: every template renders on its sample, every rule finds its template and its channel.
/// </summary>
internal sealed class StartUpCheck(
    LifecycleRegistry lifecycles,
    TemplateCatalog templates,
    Senders senders,
    IOptionsMonitor<ChannelOptions> channels,
    IOptions<TouchpointsOptions> options,
    UndeclaredParts undeclared,
    ILogger<StartUpCheck> logger,
    IEscalationHandler? escalations = null
)
{
    /// <exception cref="InvalidSetupException">Something is missing or faulty; everything at once.</exception>
    public void Run()
    {
        foreach (Fault warning in lifecycles.Warnings)
        {
            ProcessingLog.Warned(logger, warning);
        }

        Demand([]);
    }

    /// <summary>Throws what is missing or faulty, together with what was found before.</summary>
    /// <exception cref="InvalidSetupException">There is anything.</exception>
    public void Demand(IReadOnlyList<Fault> registrations)
    {
        if (lifecycles.Faults.Count == 0 && lifecycles.Names.Count == 0)
        {
            registrations = [.. registrations, MissingParts.Lifecycles];
        }

        bool hasTemplates = templates.HasFolders;
        if (!hasTemplates && lifecycles.All.Any(definition => definition.Rules.Count > 0))
        {
            registrations = [.. registrations, MissingParts.Templates];
        }

        List<Fault> faults = [.. lifecycles.Faults, .. Rules(hasTemplates), .. Escalations(), .. Undeclared()];
        IReadOnlyList<Fault> ofTemplates = templates.Check();
        if (registrations.Count + faults.Count + ofTemplates.Count > 0)
        {
            throw new InvalidSetupException(faults, ofTemplates, registrations: registrations);
        }
    }

    private List<Fault> Rules(bool hasTemplates)
    {
        List<Fault> faults = [];
        foreach (LifecycleDefinition definition in lifecycles.All)
        {
            if (hasTemplates)
            {
                faults.AddRange(LifecycleAudit.CheckTemplates(definition, templates.Contains));
                faults.AddRange(UntoldPromises.FaultsIn(definition, templates.DeadlinesIn));
                faults.AddRange(MuteSurveys.FaultsIn(definition, templates));
            }

            faults.AddRange(
                definition
                    .Rules.SelectMany(rule => rule.Routes.SelectMany(route => route).Select(channel => (rule.Key, Channel: channel)))
                    .Where(use => !senders.Has(use.Channel))
                    .Select(use => new Fault(
                        $"{definition.Name}: rule {use.Key}",
                        $"no sender is registered for the channel {use.Channel}",
                        MissingParts.SenderOf(use.Channel)
                    ))
            );
            faults.AddRange(
                definition
                    .Rules.Where(rule => rule.WhenUnknown == UnknownPolicy.Ask)
                    .SelectMany(rule => rule.Routes.SelectMany(route => route).Distinct().Select(channel => (rule.Key, Channel: channel)))
                    .Where(use => senders.Has(use.Channel) && !senders.CanBeAsked(use.Channel))
                    .Select(use => new Fault(
                        $"{definition.Name}: rule {use.Key}",
                        $"it asks when an attempt's outcome is unknown, and the sender of {use.Channel} can't be asked",
                        $"Let the sender implement IChannelLookup, or say IfUnknown(UnknownPolicy.Resend) or Hold"
                    ))
            );
            faults.AddRange(MuteFallbacks.FaultsIn(definition, channels));
        }

        return faults;
    }

    /// <summary>
    /// What rules and caps name, and the host has not declared; nothing where the options can't be read, which is said elsewhere.
    /// </summary>
    private IEnumerable<Fault> Undeclared()
    {
        try
        {
            return
            [
                .. DigestFaults.Of(lifecycles, options.Value.Digests, templates).Distinct(),
                .. undeclared.FaultsIn(lifecycles.All, options.Value.Caps),
            ];
        }
        catch (OptionsValidationException)
        {
            return [];
        }
    }

    private IEnumerable<Fault> Escalations() =>
        escalations is not null
            ? []
            : lifecycles.All.SelectMany(definition =>
                (definition.Responses?.Targets ?? [])
                    .Where(target => target.Draft.EscalatesTo.Count > 0)
                    .Select(target => target.Clock)
                    .Distinct()
                    .Select(clock => new Fault(
                        $"{definition.Name}: target of {clock}",
                        "it escalates, and nobody handles escalations",
                        "Add your handler with UseEscalations<THandler>(), or remove Escalate"
                    ))
            );
}
