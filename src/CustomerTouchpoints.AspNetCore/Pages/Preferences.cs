using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Reads and records what customers agree to by the pages.</summary>
internal sealed class Preferences(ICustomerWishes wishes, IOptions<TouchpointsOptions> options)
{
    /// <summary>The kinds of messages that may be declined.</summary>
    public IReadOnlyList<Category> Kinds =>
        options.Value.ServiceMayBeDeclined ? [Category.Promotional, Category.Service] : [Category.Promotional];

    /// <summary>A kind of a link, as far as it may still be declined.</summary>
    public Category KindOf(Category? category) => Kinds.Contains(category ?? default) ? category!.Value : Category.Promotional;

    public async Task<PreferencesModel> ReadAsync(PageVisit visit, bool isSaved = false)
    {
        ConsentsView consents = await wishes.ConsentsAsync(visit.Subject.Customer, visit.CancellationToken).ConfigureAwait(false);
        return new PreferencesModel(
            [.. Kinds.Select(kind => PreferenceRow.Of(kind, consents, visit.Reader.Customer))],
            [.. consents.Evidence.Where(said => Kinds.Contains(said.Category)).Reverse()],
            isSaved
        );
    }

    /// <summary>Records what a customer says. What stands already adds no evidence.</summary>
    public async Task RecordAsync(PageVisit visit, Category kind, Channel? channel, ConsentDecision decision, string source)
    {
        PreferencesModel known = await ReadAsync(visit).ConfigureAwait(false);
        PreferenceRow row = known.Rows.Single(each => each.Category == kind);
        bool isWanted = decision == ConsentDecision.Granted;
        bool stands = channel is { } one
            ? known.Evidence.Any(said => said.Category == kind) && row.IsOnFor(one) == isWanted
            : row.Said?.Decision == decision && row.Exceptions.Count == 0;
        if (!stands)
        {
            await wishes
                .RecordConsentAsync(
                    new ConsentRecord
                    {
                        Customer = visit.Subject.Customer,
                        Category = kind,
                        Channel = channel,
                        Decision = decision,
                        Source = source,
                        By = visit.Subject.Customer.Value,
                    },
                    visit.CancellationToken
                )
                .ConfigureAwait(false);
        }
    }
}
