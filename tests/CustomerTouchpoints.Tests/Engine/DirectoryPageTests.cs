using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Admission;
using CustomerTouchpoints.Engine.Bulkheads;
using CustomerTouchpoints.Tests.Delivery;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>A page that a few customers spoil is asked again without them: they alone are not known.</summary>
public sealed class DirectoryPageTests
{
    private static readonly CustomerId[] Page = [.. Enumerable.Range(0, 256).Select(i => new CustomerId($"customer-{i}"))];

    [TestCase("throws")]
    [TestCase("throws at once")]
    [TestCase("hangs")]
    [TestCase("blocks")]
    [TestCase("null")]
    [TestCase("throws when read")]
    public async Task Of_one_who_spoils_the_page_the_rest_is_known(string how)
    {
        var directory = new Spoiled(how, [Page[201]]);
        CachedDirectory cached = Cached(directory);
        IReadOnlyDictionary<CustomerId, Recipient> found = await cached.FindAsync(Page, default);

        Assert.That(found.Where(pair => pair.Value is not Recipient.Known).Select(pair => pair.Key), Is.EqualTo([Page[201]]));
        Assert.That(
            ((Recipient.Unavailable)found[Page[201]]).Reason.ToString(),
            Does.StartWith("the directory answers for others, and not when it is asked of this customer: the customer directory ")
        );
        Assert.That(directory.Calls, Is.LessThanOrEqualTo(20));

        directory.Calls = 0;
        await cached.FindAsync([Page[201]], default);
        Assert.That(directory.Calls, Is.Zero, "for a while nobody asks of them again");
    }

    [Test]
    public async Task Of_several_wherever_they_are_the_rest_is_known()
    {
        CustomerId[] gone = [Page[0], Page[100], Page[101], Page[180], Page[255]];
        var directory = new Spoiled("throws", gone);
        IReadOnlyDictionary<CustomerId, Recipient> found = await Cached(directory).FindAsync(Page, default);

        Assert.That(found.Where(pair => pair.Value is not Recipient.Known).Select(pair => pair.Key), Is.EquivalentTo(gone));
        Assert.That(directory.Calls, Is.LessThanOrEqualTo(128));
    }

    [Test]
    public async Task A_directory_that_is_down_is_asked_some_times_and_then_left_alone()
    {
        var directory = new Spoiled("throws", Page);
        CachedDirectory cached = Cached(directory);
        IReadOnlyDictionary<CustomerId, Recipient> found = await cached.FindAsync(Page, default);
        Assert.That(found.Values, Has.All.InstanceOf<Recipient.Unavailable>());
        Assert.That(directory.Calls, Is.LessThanOrEqualTo(64));

        directory.Calls = 0;
        found = await cached.FindAsync(Page, default);
        Assert.That(found, Has.Count.EqualTo(Page.Length));
        Assert.That(directory.Calls, Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_remembered_for_a_while_is_so_no_longer_when_the_clock_is_set_back()
    {
        var clock = new SteppedClock();
        var directory = new Spoiled("throws", [Page[1]]);
        CachedDirectory cached = Cached(directory, clock);
        await cached.FindAsync([Page[0], Page[1]], default);
        clock.Step(-TimeSpan.FromHours(1));
        clock.Advance(TimeSpan.FromMinutes(2));
        directory.Calls = 0;

        await cached.FindAsync([Page[0]], default);
        Assert.That(directory.Calls, Is.EqualTo(1), "an answer is good for some seconds");
        await cached.FindAsync([Page[1]], default);
        Assert.That(directory.Calls, Is.EqualTo(2), "who has spoiled a page is asked of again after a minute");
    }

    private static CachedDirectory Cached(ICustomerDirectory directory, TimeProvider? time = null)
    {
        IOptions<TouchpointsOptions> options = Options.Create(
            new TouchpointsOptions { DirectoryDeadline = TimeSpan.FromMilliseconds(300) }
        );
        return new CachedDirectory(
            directory,
            new BulkheadBook(options),
            options,
            Options.Create(new CustomerTouchpoints.Messages.MessageOptions()),
            time ?? TimeProvider.System,
            NullLogger<CachedDirectory>.Instance
        );
    }

    private sealed class Spoiled(string how, CustomerId[] gone) : ICustomerDirectory
    {
        private int calls;

        public int Calls
        {
            get => calls;
            set => calls = value;
        }

        public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref calls);
            IReadOnlyCollection<Customer> found = [.. ids.Select(id => new Customer { Id = id })];
            return !ids.Any(gone.Contains) ? Task.FromResult(found) : Spoil();
        }

        private async Task<IReadOnlyCollection<Customer>> Spoil()
        {
            switch (how)
            {
                case "throws at once":
                    throw new InvalidOperationException("no row");
                case "throws":
                    await Task.Yield();
                    throw new InvalidOperationException("no row");
                case "hangs":
                    await Task.Delay(Timeout.Infinite);
                    break;
                case "blocks":
                    new ManualResetEventSlim().Wait(5_000);
                    break;
                case "throws when read":
                    return new Lazy();
            }

            return null!;
        }
    }

    private sealed class Lazy : List<Customer>, IReadOnlyCollection<Customer>
    {
        IEnumerator<Customer> IEnumerable<Customer>.GetEnumerator() => throw new InvalidOperationException("the connection is closed");
    }
}
