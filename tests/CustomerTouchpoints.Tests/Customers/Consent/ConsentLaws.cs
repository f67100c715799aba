using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Customers.Consent;

/// <summary>What stands of what customers said, beside an oracle that goes through all of it.</summary>
public sealed class ConsentLaws
{
    private static readonly Channel?[] Channels = [null, Channel.Email, Channel.Sms];

    private static Arbitrary<ConsentRecorded[]> Records =>
        Gen.ArrayOf(
                from category in Gen.Elements(Category.Service, Category.Promotional)
                from channel in Gen.Elements(Channels)
                from decision in Gen.Elements(ConsentDecision.Granted, ConsentDecision.Withdrawn)
                from minute in Gen.Choose(0, 6)
                select new ConsentRecorded(category, channel, decision, DateTimeOffset.UnixEpoch.AddMinutes(minute), "s", "b", null)
            )
            .ToArbitrary();

    [Test]
    public void The_latest_that_was_said_stands_and_a_withdrawal_beats_a_grant_of_the_same_instant() =>
        Prop.ForAll(
                Records,
                records =>
                {
                    ConsentsGiven given = Folded(records);
                    foreach (Category category in (Category[])[Category.Service, Category.Promotional])
                    {
                        foreach (Channel channel in (Channel[])[Channel.Email, Channel.Sms, Channel.Chat])
                        {
                            ConsentRecorded? latest = records
                                .Where(said => said.Category == category && (said.Channel is null || said.Channel == channel))
                                .OrderBy(said => said.At)
                                .ThenBy(said => said.Decision == ConsentDecision.Withdrawn)
                                .LastOrDefault();
                            Assert.That(given.For(category, channel)?.Decision, Is.EqualTo(latest?.Decision));
                        }
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Test]
    public void In_whatever_order_it_is_heard_the_same_is_stored_and_read_again() =>
        Prop.ForAll(
                Records,
                records =>
                {
                    string stored = Stored(records).Wishes;
                    Assert.That(Stored([.. records.Reverse()]).Wishes, Is.EqualTo(stored));
                    Assert.That(Stored([.. records.OrderBy(said => said.At)]).Wishes, Is.EqualTo(stored));
                    Assert.That(CustomerRows.ToRow(CustomerRows.ToSnapshot(Stored(records))).Wishes, Is.EqualTo(stored));
                }
            )
            .QuickCheckThrowOnFailure();

    private static CustomerRow Stored(ConsentRecorded[] records) =>
        CustomerRows.ToRow(records.Aggregate(CustomerSnapshot.Unheard("ana"), (customer, said) => customer.Apply(said)));

    private static ConsentsGiven Folded(ConsentRecorded[] records) =>
        records.Aggregate(ConsentsGiven.None, (given, said) => given.With(said.Mark));
}
