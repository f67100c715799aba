using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Preferences;
using CustomerTouchpoints.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Customers.Preferences;

/// <summary>What stands of what customers would rather have: in whatever order it is heard, under whichever id.</summary>
public sealed class PreferencesLaws
{
    private static readonly Channel[] Channels = [Channel.Email, Channel.Sms, Channel.Chat];
    private static readonly string[] Topics = ["newsletter", "offers"];

    private static Gen<PreferencesGiven> Said =>
        from minute in Gen.Choose(1, 4)
        from declined in Gen.ListOf(
            from topic in Gen.Elements<string?>(null, Topics[0], Topics[1])
            from channel in Gen.Elements<Channel?>(null, Channels[0], Channels[1])
            where topic is not null || channel is not null
            select new DeclineMark(topic, channel)
        )
        from liked in Gen.SubListOf(Channels)
        from language in Gen.Elements<string?>(null, "de", "fr")
        from pace in Gen.Elements(Pace.AsTheyCome, Pace.Daily, Pace.Weekly)
        from slower in Gen.Elements(Pace.Daily, Pace.Monthly)
        from topics in Gen.SubListOf(Topics)
        select new PreferencesGiven(
            DateTimeOffset.UnixEpoch.AddMinutes(minute),
            [.. declined.Distinct().Order()],
            [.. liked],
            language,
            [
                .. pace == Pace.AsTheyCome ? [] : new[] { new PaceMark(null, pace) },
                .. topics.Order().Select(topic => new PaceMark(topic, slower)),
            ]
        );

    [Test]
    public void In_whatever_order_it_is_heard_the_same_is_stored_and_read_again() =>
        Prop.ForAll(
                Gen.ArrayOf(Said).ToArbitrary(),
                said =>
                {
                    string stored = Stored(said).Wishes;
                    Assert.That(Stored([.. said.Reverse()]).Wishes, Is.EqualTo(stored));
                    Assert.That(Stored([.. said.OrderBy(one => one.At)]).Wishes, Is.EqualTo(stored));
                    Assert.That(Stored([.. said, .. said]).Wishes, Is.EqualTo(stored));
                    Assert.That(CustomerRows.ToRow(CustomerRows.ToSnapshot(Stored(said))).Wishes, Is.EqualTo(stored));
                }
            )
            .QuickCheckThrowOnFailure();

    [Test]
    public void The_latest_stands_alone() =>
        Prop.ForAll(
                Gen.NonEmptyListOf(Said).ToArbitrary(),
                said =>
                {
                    PreferencesGiven[] latest = [.. said.Where(one => one.At == said.Max(other => other.At))];
                    PreferencesGiven stands = said.Aggregate(PreferencesGiven.None, (before, one) => before.With(one));
                    Assert.That(stands.Declined, Is.EquivalentTo(latest.SelectMany(one => one.Declined).Distinct()));
                    Assert.That(latest.Select(one => one.Language), Has.Some.EqualTo(stands.Language));
                }
            )
            .QuickCheckThrowOnFailure();

    [Test]
    public void Of_two_who_are_one_a_decline_beats_a_wish_and_the_slower_pace_counts_whichever_goes_on() =>
        Prop.ForAll(
                Gen.Zip(Said, Said).ToArbitrary(),
                both =>
                {
                    (PreferencesGiven one, PreferencesGiven other) = both;
                    PreferencesGiven united = one.UnitedWith(other);
                    Assert.That(other.UnitedWith(one), Is.EqualTo(united));
                    foreach (string? topic in (string?[])[null, .. Topics])
                    {
                        foreach (Channel channel in Channels)
                        {
                            Assert.That(
                                united.Against(topic, channel, mayBeDeclined: true) is not null,
                                Is.EqualTo(
                                    one.Against(topic, channel, mayBeDeclined: true) is not null
                                        || other.Against(topic, channel, mayBeDeclined: true) is not null
                                )
                            );
                        }

                        Assert.That(PaceOf(united, topic), Is.EqualTo((Pace)Math.Max((int)PaceOf(one, topic), (int)PaceOf(other, topic))));
                    }

                    Assert.That(united.Language is null, Is.EqualTo(one.Language is null && other.Language is null));
                    Assert.That(united.UnitedWith(one), Is.EqualTo(united), "to hear one of them again changes nothing");
                }
            )
            .QuickCheckThrowOnFailure();

    private static Pace PaceOf(PreferencesGiven given, string? topic) =>
        given.Paces.FirstOrDefault(pace => pace.Topic == topic)?.Pace ?? Pace.AsTheyCome;

    private static CustomerRow Stored(PreferencesGiven[] said) =>
        CustomerRows.ToRow(
            said.Aggregate(CustomerSnapshot.Unheard("ana"), (customer, one) => customer.Apply(new PreferencesSet(one, "page", "ana")))
        );
}
