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

    private static readonly string?[] Topics = [null, "newsletter", "offers"];

    private static Arbitrary<ConsentRecorded[]> Records =>
        Gen.ArrayOf(
                from category in Gen.Elements(Category.Service, Category.Promotional)
                from channel in Gen.Elements(Channels)
                from decision in Gen.Elements(ConsentDecision.Granted, ConsentDecision.Withdrawn)
                from minute in Gen.Choose(0, 6)
                from topic in Gen.Elements(Topics)
                select new ConsentRecorded(category, channel, decision, DateTimeOffset.UnixEpoch.AddMinutes(minute), "s", "b", null)
                {
                    Topic = topic,
                }
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
                                .Where(said =>
                                    said.Topic is null && said.Category == category && (said.Channel is null || said.Channel == channel)
                                )
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
    public void What_was_said_of_a_topic_by_its_name_stands_until_it_is_declined_with_all_others() =>
        Prop.ForAll(
                Records,
                records =>
                {
                    ConsentsGiven given = Folded(records);
                    foreach ((Category category, string topic, Channel channel) in Kinds())
                    {
                        ConsentRecorded[] said =
                        [
                            .. records
                                .Where(one => one.Category == category && (one.Channel is null || one.Channel == channel))
                                .OrderBy(one => one.At)
                                .ThenBy(one => one.Decision == ConsentDecision.Withdrawn),
                        ];
                        ConsentRecorded? named = said.LastOrDefault(one => one.Topic == topic);
                        ConsentRecorded? all = said.LastOrDefault(one => one.Topic is null);
                        ConsentDecision? stands =
                            named is null ? all?.Decision
                            : all is { Decision: ConsentDecision.Withdrawn } && all.At >= named.At ? ConsentDecision.Withdrawn
                            : named.Decision;
                        Assert.That(given.For(category, channel, topic)?.Decision, Is.EqualTo(stands));
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Test]
    public void Of_two_who_are_one_a_withdrawal_beats_a_grant_for_every_topic_and_channel() =>
        Prop.ForAll(
                Records,
                Records,
                (records, others) =>
                {
                    (ConsentsGiven one, ConsentsGiven other) = (Folded(records), Folded(others));
                    ConsentsGiven united = one.UnitedWith(other);
                    foreach (
                        (Category category, string? topic, Channel channel) in Kinds()
                            .Concat(Kinds().Select(kind => kind with { Topic = null! }))
                    )
                    {
                        ConsentDecision?[] both =
                        [
                            one.For(category, channel, topic)?.Decision,
                            other.For(category, channel, topic)?.Decision,
                        ];
                        Assert.That(
                            united.For(category, channel, topic)?.Decision,
                            Is.EqualTo(both.Max()),
                            $"{category} {topic} {channel}"
                        );
                        Assert.That(other.UnitedWith(one).For(category, channel, topic)?.Decision, Is.EqualTo(both.Max()));
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

    private static IEnumerable<(Category Category, string Topic, Channel Channel)> Kinds() =>
        from category in (Category[])[Category.Service, Category.Promotional]
        from topic in Topics.OfType<string>()
        from channel in (Channel[])[Channel.Email, Channel.Sms, Channel.Chat]
        select (category, topic, channel);

    private static CustomerRow Stored(ConsentRecorded[] records) =>
        CustomerRows.ToRow(records.Aggregate(CustomerSnapshot.Unheard("ana"), (customer, said) => customer.Apply(said)));

    private static ConsentsGiven Folded(ConsentRecorded[] records) =>
        records.Aggregate(ConsentsGiven.None, (given, said) => given.With(said.Mark));
}
