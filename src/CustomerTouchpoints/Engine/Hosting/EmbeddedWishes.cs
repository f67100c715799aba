using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>What customers agreed to, recorded by the writer as everything else is.</summary>
internal sealed class EmbeddedWishes(
    TouchpointsEngine engine,
    WriterDoor writer,
    StoreReaders readers,
    IOptions<TouchpointsOptions> options,
    TopicBook topics,
    StoreTime time
) : ICustomerWishes
{
    public IReadOnlyList<Topic> Topics => topics.All;

    public Task RecordConsentAsync(ConsentRecord consent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(consent);
        return RecordAsync([Admitted(consent)]).WaitAsync(cancellationToken);
    }

    public Task ImportConsentsAsync(IReadOnlyCollection<ConsentRecord> consents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(consents);
        return RecordAsync([.. consents.Select(Admitted)]).WaitAsync(cancellationToken);
    }

    public async Task<ConsentsView> ConsentsAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(customer);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Consents.ReadAsync(customer, cancellationToken).ConfigureAwait(false);
    }

    public Task SetPreferencesAsync(PreferencesRecord preferences, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(preferences);
        return RecordAsync([Admitted(preferences)]).WaitAsync(cancellationToken);
    }

    public async Task<PreferencesView> PreferencesAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        CustomerId.Given(customer);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        return await readers.Preferences.ReadAsync(customer, cancellationToken).ConfigureAwait(false);
    }

    private Submission.Wish Admitted(ConsentRecord consent)
    {
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        ConsentRecorded said = ConsentValidator.Admit(consent, topics, options.Value.ServiceMayBeDeclined, now);
        bool isSaidNow = ConsentValidator.IsSaidNow(consent, now);
        return new Submission.Wish(consent.Customer, customers => customers.Record(consent.Customer, said, isSaidNow, now), now);
    }

    private Submission.Wish Admitted(PreferencesRecord preferences)
    {
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        PreferencesSet said = PreferencesValidator.Admit(preferences, topics, now);
        bool isSaidNow = PreferencesValidator.IsSaidNow(preferences, now);
        return new Submission.Wish(preferences.Customer, customers => customers.Record(preferences.Customer, said, isSaidNow, now), now);
    }

    private async Task RecordAsync(IReadOnlyList<Submission.Wish> wishes)
    {
        await engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        foreach (Submission.Wish wish in wishes)
        {
            await writer.SubmitAsync(wish).ConfigureAwait(false);
        }

        await Task.WhenAll(wishes.Select(wish => wish.Done)).ConfigureAwait(false);
    }
}
