using System.Collections.Concurrent;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Engine.Errands;

/// <summary>
/// The providers of a channel: which one a message takes, and which ones are left alone for a while because they do not work.
/// </summary>
/// <remarks>
/// Thread-safe. Which one is first depends on nothing but the message and the customer; which ones rest is this host's own knowledge. One
/// rests when it says that it is down, or has failed for now several times in a row; after that it is tried again.
/// </remarks>
/// <param name="providers">The providers, in their order.</param>
/// <param name="stopwatch">Measures for how long one rests: clocks may be set meanwhile.</param>
internal sealed class ProviderRing(IReadOnlyList<ProviderRegistration> providers, TimeProvider stopwatch)
{
    /// <summary>How often in a row one may fail for now before it rests.</summary>
    private const int MostFailures = 5;

    private readonly int weights = providers.Sum(provider => provider.Options.Weight);
    private readonly ConcurrentDictionary<string, Rest> rests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);

    /// <summary>The providers that rest.</summary>
    /// <param name="at">The reading of the stopwatch.</param>
    public IEnumerable<string> Resting(long at) => providers.Select(provider => provider.Name).Where(name => RestOf(name, at) is not null);

    /// <summary>The provider that a message takes; null when none can now.</summary>
    /// <param name="message">The message.</param>
    /// <param name="customer">Who is told.</param>
    /// <param name="tried">Those that have surely not accepted it, in this round.</param>
    /// <param name="at">The reading of the stopwatch.</param>
    public string? Choose(TouchpointId message, Customer customer, IReadOnlyList<string>? tried, long at) =>
        Order(message, customer).FirstOrDefault(name => tried?.Contains(name) != true && RestOf(name, at) is null);

    /// <summary>Whether any provider is for a customer.</summary>
    public bool IsFor(TouchpointId message, Customer customer) => Order(message, customer).Any();

    /// <summary>For how long no provider can take a message that none takes now.</summary>
    /// <param name="message">The message.</param>
    /// <param name="customer">Who is told.</param>
    /// <param name="tried">Those that have surely not accepted it, in this round.</param>
    /// <param name="at">The reading of the stopwatch.</param>
    public TimeSpan RestFor(TouchpointId message, Customer customer, IReadOnlyList<string>? tried, long at) =>
        Order(message, customer)
            .Where(name => tried?.Contains(name) != true)
            .Select(name => RestOf(name, at) ?? TimeSpan.Zero)
            .DefaultIfEmpty(TimeSpan.Zero)
            .Min();

    /// <summary>For how long a provider is still left alone; null when it is not.</summary>
    public TimeSpan? RestOf(string provider, long at) =>
        rests.TryGetValue(provider, out Rest? rest)
        && rest.Span - stopwatch.GetElapsedTime(rest.Since, at) is var left
        && left > TimeSpan.Zero
            ? left
            : null;

    /// <summary>Whether a provider is one of the channel's, for who has attempts of another configuration.</summary>
    public bool Has(string provider) => providers.Any(one => one.Name == provider);

    /// <summary>Learns from what a provider said of an attempt.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="outcome">What it said.</param>
    /// <param name="pause">For how long it is left alone if it does not work.</param>
    public void Note(string provider, SendOutcome outcome, TimeSpan pause)
    {
        switch (outcome)
        {
            case SendOutcome.ChannelDown:
            case SendOutcome.TemporaryFailure when failures.AddOrUpdate(provider, 1, (_, count) => count + 1) >= MostFailures:
                failures[provider] = 0;
                rests[provider] = new Rest(stopwatch.GetTimestamp(), pause);
                break;
            case SendOutcome.Sent or SendOutcome.PermanentFailure:
                failures[provider] = 0;
                rests.TryRemove(provider, out _);
                break;
        }
    }

    /// <summary>Those that are for a customer: first the one to which the message belongs, then the others in their order.</summary>
    private IEnumerable<string> Order(TouchpointId message, Customer customer)
    {
        ProviderRegistration[] candidates = [.. providers.Where(provider => IsFor(provider, customer))];
        int all = weights == 0 ? 0 : candidates.Sum(provider => provider.Options.Weight);
        if (all == 0)
        {
            return candidates.Select(provider => provider.Name);
        }

        // The share in which the message's own number falls.
        int place = (int)(StableFraction.Of(0, message.ToString(), 0) * all);
        ProviderRegistration first = candidates[0];
        foreach (ProviderRegistration candidate in candidates)
        {
            first = candidate;
            place -= candidate.Options.Weight;
            if (place < 0)
            {
                break;
            }
        }

        return candidates.Where(provider => provider != first).Prepend(first).Select(provider => provider.Name);
    }

    private static bool IsFor(ProviderRegistration provider, Customer customer)
    {
        try
        {
            return provider.Options.For?.Invoke(customer) != false;
        }
#pragma warning disable CA1031 // Whatever a host's predicate throws: the provider is not for this customer, and the others are asked.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private sealed record Rest(long Since, TimeSpan Span);
}
