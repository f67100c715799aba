using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Reading.Exports;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Who customers are, decided by the writer as everything else is.</summary>
internal sealed class EmbeddedIdentity(
    TouchpointsEngine engine,
    WriterDoor writer,
    LifecycleRegistry lifecycles,
    CachedDirectory directory,
    Profiles profiles,
    ITouchpointStore store,
    Erasure erasure,
    StoreReaders readers,
    StoreTime time
) : ICustomerIdentity
{
    private const int LongestText = 200;

    public Task<IdentifyResult> IdentifyAsync(
        JourneyId journey,
        string role,
        CustomerId customer,
        CancellationToken cancellationToken = default
    )
    {
        JourneyId.Given(journey);
        CustomerId.Given(customer);
        ArgumentNullException.ThrowIfNull(role);
        IReadOnlyList<string> roles = lifecycles.Of(journey).Roles;
        return roles.Contains(role)
            ? NamedAsync(journey, role, customer).WaitAsync(cancellationToken)
            : throw new ArgumentException(
                $"\"{role}\" is no role of {journey.Lifecycle}. Its roles: {string.Join(", ", roles)}.",
                nameof(role)
            );
    }

    public Task<MergeResult> MergeCustomersAsync(CustomerId from, CustomerId into, string by, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(from);
        CustomerId.Given(into);
        Identifier.Key(by, "who merges customers", LongestText);
        return from == into
            ? throw new ArgumentException(
                $"{from} can't be merged into themselves: give the id that goes, and the id that stays.",
                nameof(into)
            )
            : MergedAsync(from, into, by).WaitAsync(cancellationToken);
    }

    public Task<ErasureResult> EraseAsync(CustomerId customer, string by, string reason, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(customer);
        Identifier.Key(by, "who erases a customer", LongestText);
        Identifier.Key(reason, "a reason", LongestText);
        return ErasedAsync(customer, by, reason).WaitAsync(cancellationToken);
    }

    public async Task ExportAsync(
        CustomerId customer,
        Stream to,
        ExportFormat format = ExportFormat.Json,
        CancellationToken cancellationToken = default
    )
    {
        CustomerId.Given(customer);
        ArgumentNullException.ThrowIfNull(to);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<CustomerId, Recipient> said = await directory.FindAsync([customer], cancellationToken).ConfigureAwait(false);
        Customer? profile = said[customer] is Recipient.Known known ? known.Customer : null;
        var export = new CustomerExport(store, readers.Identity, readers.Consents, readers.Preferences, readers.Inbox, readers.Journeys);
        if (format == ExportFormat.Html)
        {
            var html = new HtmlExport(to);
            await using (html.ConfigureAwait(false))
            {
                await export.WriteAsync(customer, profile, Now(), html, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        var json = new JsonExport(to);
        await using (json.ConfigureAwait(false))
        {
            await export.WriteAsync(customer, profile, Now(), json, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IdentifyResult> NamedAsync(JourneyId journey, string role, CustomerId customer)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        var recipients = new Dictionary<CustomerId, Recipient>(
            await profiles.OfAsync(journey, CancellationToken.None).ConfigureAwait(false)
        );
        foreach (
            (CustomerId id, Recipient recipient) in await directory.FindAsync([customer], CancellationToken.None).ConfigureAwait(false)
        )
        {
            recipients[id] = recipient;
        }

        var naming = new RoleNaming(journey, role, customer, Now()) { Recipients = recipients };
        await writer.SubmitAsync(naming).ConfigureAwait(false);
        return await naming.Result.ConfigureAwait(false);
    }

    private async Task<MergeResult> MergedAsync(CustomerId from, CustomerId into, string by)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        var merge = new CustomerMerge(from, into, by, Now());
        await writer.SubmitAsync(merge).ConfigureAwait(false);
        MergeResult result = await merge.Result.ConfigureAwait(false);
        if (result.Outcome is MergeOutcome.Merged or MergeOutcome.NoEffect)
        {
            // A journey of the alias is taken over as soon as anything looks at it.
            foreach (JourneyId journey in await store.FindJourneysAsync(from, CancellationToken.None).ConfigureAwait(false))
            {
                if (lifecycles.Knows(journey) && from != result.Customer)
                {
                    var wake = new Submission.Wake(journey, Now());
                    await writer.SubmitAsync(wake).ConfigureAwait(false);
                    await wake.Result.ConfigureAwait(false);
                }
            }
        }

        return result;
    }

    private async Task<ErasureResult> ErasedAsync(CustomerId customer, string by, string reason)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        var stone = new CustomerErasure(customer, by, reason, Now());
        await writer.SubmitAsync(stone).ConfigureAwait(false);
        return await erasure.RunAsync(await stone.Result.ConfigureAwait(false)).ConfigureAwait(false);
    }

    private DateTimeOffset Now() => Instants.Truncate(time.GetUtcNow());
}
