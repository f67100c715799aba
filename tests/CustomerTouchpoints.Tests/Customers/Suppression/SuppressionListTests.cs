using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Customers.Suppression.SuppressedClub;

namespace CustomerTouchpoints.Tests.Customers.Suppression;

/// <summary>The list of addresses that must not be written to: what is on it, how it is read, and how something leaves it.</summary>
public sealed class SuppressionListTests
{
    [Test]
    public async Task What_is_lifted_may_be_written_to_again_and_the_list_says_who_and_why()
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        await host.SuppressAsync(
            Suppressed() with
            {
                Note = "asked on the phone",
            },
            Suppressed() with
            {
                Reason = SuppressionReason.Complaint,
            }
        );
        Assert.That(
            await LiftAsync(host, list => list.LiftAsync(Channel.Email, " ANA@shop.example", "asked again", "desk")),
            Is.EqualTo(2)
        );
        Assert.That(await LiftAsync(host, list => list.LiftAsync(Channel.Email, Mail, "asked again", "desk")), Is.Zero);
        await TellAllAsync(host);
        host.SentTo("ana").ShouldBe("card", "news", "offer");

        Assert.That(await ReadAsync(host, new SuppressionQuery()), Is.Empty);
        SuppressionView[] lifted = await ReadAsync(host, new SuppressionQuery { IncludeLifted = true });
        Assert.That(
            lifted.Select(view => (view.Reason, view.LiftedBy, view.LiftedBecause)),
            Is.EquivalentTo([(SuppressionReason.Manual, "desk", "asked again"), (SuppressionReason.Complaint, "desk", "asked again")])
        );
        Assert.That(lifted.Single(view => view.Reason == SuppressionReason.Manual).Note, Is.EqualTo("asked on the phone"));
    }

    [Test]
    public async Task One_suppression_is_lifted_alone_and_comes_again_when_it_is_said_again()
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        await host.SuppressAsync(
            Suppressed() with
            {
                Reason = SuppressionReason.HardBounce,
            },
            Suppressed() with
            {
                Reason = SuppressionReason.Complaint,
            }
        );
        string id = (await ReadAsync(host, new SuppressionQuery { Reason = SuppressionReason.HardBounce })).Single().Id;
        Assert.That(await LiftAsync(host, list => list.LiftAsync(id, "mended", "desk")), Is.True);
        Assert.That(await LiftAsync(host, list => list.LiftAsync(id, "mended", "desk")), Is.False);
        await TellAllAsync(host);
        host.SentTo("ana").ShouldBe("card", "news");

        // It happened before it was lifted, and is heard of late.
        await host.SuppressAsync(
            Suppressed() with
            {
                Reason = SuppressionReason.HardBounce,
                At = host.Time.GetUtcNow() - TimeSpan.FromHours(2),
            }
        );
        Assert.That(await ReadAsync(host, new SuppressionQuery { Reason = SuppressionReason.HardBounce }), Is.Empty);

        await host.SuppressAsync(Suppressed() with { Reason = SuppressionReason.HardBounce });
        Assert.That(await ReadAsync(host, new SuppressionQuery { Reason = SuppressionReason.HardBounce }), Has.Exactly(1).Items);
    }

    [Test]
    public async Task The_list_is_searched_by_address_channel_and_reason_and_read_on_from_anywhere()
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        await host.SuppressAsync([
            .. Enumerable
                .Range(0, 1100)
                .Select(i => Suppressed($"customer-{i}") with { At = host.Time.GetUtcNow() - TimeSpan.FromHours(i) }),
            Suppressed("bo") with
            {
                Channel = Channel.Sms,
                Address = "+39 06 999",
                Reason = SuppressionReason.Complaint,
            },
        ]);
        SuppressionView[] all = await ReadAsync(host, new SuppressionQuery());
        Assert.That(all, Has.Length.EqualTo(1101));
        Assert.That(all.Select(view => view.Id), Is.Unique);
        Assert.That(await ReadAsync(host, new SuppressionQuery { After = all[700].Id }), Is.EqualTo(all[701..]));
        Assert.That(
            (await ReadAsync(host, new SuppressionQuery { Channel = Channel.Sms })).Single().Reason,
            Is.EqualTo(SuppressionReason.Complaint)
        );
        Assert.That(await ReadAsync(host, new SuppressionQuery { Channel = Channel.Sms, Address = "003906999" }), Has.Exactly(1).Items);
        Assert.That(await ReadAsync(host, new SuppressionQuery { Channel = Channel.Email, Address = "nobody@shop.example" }), Is.Empty);
        Assert.That(() => ReadAsync(host, new SuppressionQuery { Address = Mail }), Throws.ArgumentException);
    }

    [Test]
    public async Task The_same_again_changes_nothing_and_another_scope_does()
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        await host.SuppressAsync(Suppressed() with { By = "first" });
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.SuppressAsync(Suppressed() with { By = "second" });
        SuppressionView only = (await ReadAsync(host, new SuppressionQuery())).Single();
        Assert.That((only.By, only.Scope), Is.EqualTo(("first", SuppressionScope.Everything)));

        await host.SuppressAsync(Suppressed() with { By = "third", Scope = SuppressionScope.Promotional });
        SuppressionView narrower = (await ReadAsync(host, new SuppressionQuery())).Single();
        Assert.That((narrower.By, narrower.Scope, narrower.Since), Is.EqualTo(("third", SuppressionScope.Promotional, only.Since)));
    }

    [TestCase("", "desk", null, "an address")]
    [TestCase("ana@\nshop", "desk", null, "an address")]
    [TestCase(Mail, "", null, "who suppresses an address")]
    [TestCase(Mail, "desk", "", "a note")]
    public async Task What_is_faulty_is_refused_and_none_of_many_is_recorded(string address, string by, string? note, string fault)
    {
        await using TouchpointsTestHost host = await MemberHostAsync();
        Assert.That(
            () =>
                host.SuppressAsync(
                    Suppressed(),
                    new SuppressionRecord
                    {
                        Channel = Channel.Email,
                        Address = address,
                        By = by,
                        Note = note,
                    }
                ),
            Throws.ArgumentException.With.Message.Contains(fault)
        );
        Assert.That(await ReadAsync(host, new SuppressionQuery()), Is.Empty);
    }

    private static async Task<T> LiftAsync<T>(TouchpointsTestHost host, Func<ISuppressionList, Task<T>> lift)
    {
        Task<T> lifting = lift(List(host));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        return await lifting;
    }
}
