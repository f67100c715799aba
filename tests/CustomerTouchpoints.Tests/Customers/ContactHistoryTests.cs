using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Customers;

public sealed class ContactHistoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static Gen<Contacted> Told =>
        from category in Gen.Elements(Enum.GetValues<Category>())
        from channel in Gen.Elements<Channel>(Channel.Email, Channel.Sms, "pigeon")
        from seconds in Gen.Choose(0, 500)
        select new Contacted(category, channel, Noon.AddSeconds(seconds));

    private static Arbitrary<Contacted[]> Histories => Gen.ArrayOf(Told, 400).ToArbitrary();

    [Test]
    public void The_order_in_which_contacts_are_heard_of_does_not_matter() =>
        Prop.ForAll(
                Histories,
                told =>
                {
                    string one = MemoryOf(told);
                    Assert.That(MemoryOf([.. told.Reverse()]), Is.EqualTo(one));
                    Assert.That(MemoryOf([.. told.OrderBy(contact => contact.At.Ticks % 7)]), Is.EqualTo(one));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Test]
    public void A_cap_of_as_many_as_are_kept_is_judged_exactly_over_any_span() =>
        Prop.ForAll(
                Histories,
                Gen.Choose(-1, 500).ToArbitrary(),
                (told, seconds) =>
                {
                    ContactHistory history = After(told).Contacts;
                    DateTimeOffset since = Noon.AddSeconds(seconds);
                    foreach (Category? category in (Category?[])[null, .. Enum.GetValues<Category>()])
                    {
                        foreach (Channel? channel in (Channel?[])[null, Channel.Email, Channel.Sms])
                        {
                            int all = told.Count(contact =>
                                contact.At > since
                                && (category ?? contact.Category) == contact.Category
                                && (channel ?? contact.Channel) == contact.Channel
                            );
                            Assert.That(
                                Math.Min(history.After(since, category, channel), ContactCount.Most),
                                Is.EqualTo(Math.Min(all, ContactCount.Most))
                            );
                        }
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Test]
    public void Totals_and_what_was_left_out_are_exact() =>
        Prop.ForAll(
                Histories,
                told =>
                {
                    foreach (ContactCount count in After(told).Contacts.Counts)
                    {
                        int all = told.Count(contact => contact.Category == count.Category && contact.Channel == count.Channel);
                        Assert.That(count.Total, Is.EqualTo(all));
                        Assert.That(count.LeftOut, Is.EqualTo(Math.Max(0, all - ContactCount.Most)));
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Test]
    public void A_customer_comes_back_from_their_row() =>
        Prop.ForAll(
                Histories,
                told =>
                {
                    CustomerRow row = CustomerRows.ToRow(After(told));
                    Assert.That(CustomerRows.ToRow(CustomerRows.ToSnapshot(row)), Is.EqualTo(row));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Test]
    public void A_customer_of_many_years_is_no_larger_than_one_of_some_months()
    {
        CustomerSnapshot customer = CustomerSnapshot.Unheard("ana");
        int early = 0;
        for (int i = 0; i < 100_000; i++)
        {
            customer = customer
                .Apply(new Contacted(Category.Service, Channel.Email, Noon.AddMinutes(17 * i)))
                .Apply(new RoleTaken(new JourneyId("order", $"{i:D8}"), "buyer", Noon.AddMinutes(17 * i)));
            early = i == 100 ? CustomerRows.ToRow(customer).Memory.Length : early;
        }

        int late = CustomerRows.ToRow(customer).Memory.Length;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(late, Is.LessThan(early + 20).And.LessThan(2500));
            Assert.That(customer.Contacts.Counts.Single().Total, Is.EqualTo(100_000));
            Assert.That(customer.Roles.LeftOut, Is.EqualTo(100_000 - RolesPlayed.Most));
            Assert.That(customer.Roles.Newest[^1].Journey, Is.EqualTo(new JourneyId("order", "00099999")));
        }
    }

    [Test]
    public void Somebody_of_whom_the_directory_never_said_anything_has_no_traits()
    {
        CustomerSnapshot customer = CustomerSnapshot.Unheard("ana").Apply(new RoleTaken("order/1", "buyer", Noon));
        CustomerRow row = CustomerRows.ToRow(customer);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CustomerRows.ToSnapshot(row).Customer, Is.Null);
            Assert.That(row.Traits, Does.Contain("\"culture\":\"en\""), "Hosts of an earlier version read it, too.");
            Assert.That(CustomerRows.ToSnapshot(new CustomerRow("bo", row.Traits)).Customer?.Culture, Is.EqualTo("en"));
        }
    }

    private static CustomerSnapshot After(Contacted[] told) => CustomerFold.Replay("ana", [], told);

    private static string MemoryOf(Contacted[] told) => CustomerRows.ToRow(After(told)).Memory;
}
