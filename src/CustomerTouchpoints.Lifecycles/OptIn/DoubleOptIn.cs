using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.Lifecycles.OptIn;

/// <summary>Confirms what was asked for: the host's page calls it when the link of the mail is followed.</summary>
/// <remarks>Thread-safe. Resolve it from the host's services. That the token is the right one is the host's to check.</remarks>
public sealed class DoubleOptIn : IConsentConfirmation
{
    private const string LifecycleName = "opt-in";

    private readonly ICustomerTouchpoints touchpoints;
    private readonly ICustomerWishes wishes;

    /// <summary>Made by the host's services.</summary>
    /// <param name="touchpoints">The library.</param>
    /// <param name="wishes">Where consents are recorded.</param>
    public DoubleOptIn(ICustomerTouchpoints touchpoints, ICustomerWishes wishes)
    {
        this.touchpoints = touchpoints;
        this.wishes = wishes;
    }

    /// <summary>
    /// Confirms a journey that waits for it, and records the consent with the time of the confirmation. Safe to call again: after a crash,
    /// by a second click, or by a mail program that follows links. What was withdrawn since stays withdrawn.
    /// </summary>
    /// <param name="journey">The journey, such as <c>opt-in/ana-2026-03-02</c>.</param>
    /// <param name="consent">What is recorded. Its <see cref="ConsentRecord.At"/> is set to when the journey was confirmed.</param>
    /// <param name="cancellationToken">Stops the waiting, not what has begun.</param>
    /// <returns>Whether it is confirmed. False when it has lapsed or was refused, or when there is no such journey: ask the customer to
    /// subscribe anew.</returns>
    /// <exception cref="ArgumentException">The journey is none of this lifecycle, or not of that customer; or the consent is faulty, or no
    /// grant.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Confirm it again.</exception>
    public async Task<bool> ConfirmAsync(JourneyId journey, ConsentRecord consent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(consent);
        if (consent.Decision != ConsentDecision.Granted)
        {
            throw new ArgumentException("A confirmation grants. Record a withdrawal with ICustomerWishes.", nameof(consent));
        }

        JourneyView? confirmed = await AnswerAsync(journey, consent.Customer, ConsentConfirmed.Name, "confirmed", cancellationToken)
            .ConfigureAwait(false);
        if (confirmed?.State != DoubleOptInLifecycle.Confirmed.Name)
        {
            return false;
        }

        // A link that is followed again, after a withdrawal too, adds no evidence.
        ConsentsView known = await wishes.ConsentsAsync(consent.Customer, cancellationToken).ConfigureAwait(false);
        if (!known.Evidence.Any(given => IsSame(given, consent, confirmed.Since)))
        {
            await wishes.RecordConsentAsync(consent with { At = confirmed.Since }, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> RefuseAsync(JourneyId journey, CustomerId customer, CancellationToken cancellationToken = default)
    {
        JourneyView? refused = await AnswerAsync(journey, customer, ConsentRefused.Name, "refused", cancellationToken)
            .ConfigureAwait(false);
        return refused?.State == DoubleOptInLifecycle.Refused.Name;
    }

    /// <summary>Raises an answer, and gives the journey as it is then; null when nobody has asked.</summary>
    private async Task<JourneyView?> AnswerAsync(
        JourneyId journey,
        CustomerId customer,
        string name,
        string id,
        CancellationToken cancellationToken
    )
    {
        if (journey.Lifecycle != LifecycleName)
        {
            throw new ArgumentException($"{journey} is no journey of {LifecycleName}.", nameof(journey));
        }

        JourneyView? asked = await touchpoints.GetJourneyAsync(journey, cancellationToken).ConfigureAwait(false);
        if (asked?.State is null)
        {
            return null;
        }

        if (!asked.Parties.Values.Contains(customer))
        {
            throw new ArgumentException($"{journey} is not of the customer who answers.", nameof(customer));
        }

        await touchpoints
            .RaiseAsync(
                new IncomingEvent
                {
                    Journey = journey,
                    Name = name,
                    Id = id,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return await touchpoints.GetJourneyAsync(journey, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsSame(ConsentView given, ConsentRecord consent, DateTimeOffset? at) =>
        given.Decision == consent.Decision && given.Category == consent.Category && given.Channel == consent.Channel && given.At == at;
}
