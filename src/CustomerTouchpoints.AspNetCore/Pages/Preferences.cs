using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Reads and records what customers agree to by the pages.</summary>
internal sealed class Preferences(ICustomerWishes wishes, IOptions<TouchpointsOptions> options)
{
    /// <summary>
    /// The kinds of messages that may be declined: each category, and after it the topics of it that the host has declared.
    /// </summary>
    public IReadOnlyList<PreferenceKind> Kinds =>
        [
            .. Categories.Select(category => new PreferenceKind(category)),
            .. Topics.Select(topic => new PreferenceKind(topic.Category, topic)),
        ];

    private Category[] Categories => options.Value.ServiceMayBeDeclined ? [Category.Promotional, Category.Service] : [Category.Promotional];

    private IEnumerable<Topic> Topics => wishes.Topics.Where(topic => topic.MayBeDeclined).OrderByDescending(topic => topic.Category);

    /// <summary>A category of a link, as far as it may still be declined.</summary>
    public Category KindOf(Category? category) => Categories.Contains(category ?? default) ? category!.Value : Category.Promotional;

    public async Task<PreferencesModel> ReadAsync(PageVisit visit, bool isSaved = false)
    {
        ConsentsView consents = await wishes.ConsentsAsync(visit.Subject.Customer, visit.CancellationToken).ConfigureAwait(false);
        return new PreferencesModel(
            [.. Kinds.Select(kind => PreferenceRow.Of(kind, consents, visit.Reader.Customer))],
            [.. consents.Evidence.Where(said => said.Topic is not null || Categories.Contains(said.Category)).Reverse()],
            isSaved
        );
    }

    /// <summary>Records what a customer says. What stands already adds no evidence.</summary>
    public async Task RecordAsync(PageVisit visit, PreferenceKind kind, Channel? channel, ConsentDecision decision, string source)
    {
        PreferencesModel known = await ReadAsync(visit).ConfigureAwait(false);
        PreferenceRow row = known.Rows.Single(each => each.Kind == kind);
        bool isWanted = decision == ConsentDecision.Granted;
        bool stands = channel is { } one
            ? known.Evidence.Any(said => said.Category == kind.Category && said.Topic == kind.Topic?.Name) && row.IsOnFor(one) == isWanted
            : row.Said?.Decision == decision && row.Exceptions.Count == 0;
        if (!stands)
        {
            await wishes
                .RecordConsentAsync(
                    new ConsentRecord
                    {
                        Customer = visit.Subject.Customer,
                        Category = kind.Category,
                        Topic = kind.Topic?.Name,
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
