using CustomerTouchpoints.Engine.Bulkheads;

namespace CustomerTouchpoints.Tests.Engine.Bulkheads;

/// <summary>
/// Host code that has always let go of its thread at once borrows one of the pool. Whatever it does next, those who wait hear at their
/// deadline, and the calls of others go on.
/// </summary>
internal sealed class BulkheadTests
{
    private const int ManyEnough = 300;

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Test]
    public async Task Code_that_lets_go_at_once_comes_to_borrow_a_thread_of_the_pool()
    {
        Bulkhead bulkhead = Of(8);
        Assert.That(await IsOnThePoolAsync(bulkhead), Is.False, "before it is known");
        await ProveAsync(bulkhead);
        Assert.That(await IsOnThePoolAsync(bulkhead), Is.True, "when it is known");
    }

    [Test]
    public async Task Code_that_blocks_after_it_was_known_as_quick_holds_up_nobody()
    {
        Bulkhead bulkhead = Of(8);
        await ProveAsync(bulkhead);
        using var gate = new ManualResetEventSlim();
        Task<int> blocked = CallAsync(bulkhead, () => Block(gate));
        int[] others = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => CallAsync(bulkhead, () => i)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(others, Is.EqualTo(Enumerable.Range(0, 50)));
            Assert.That(blocked.IsCompleted, Is.False);
            Assert.That(await IsOnThePoolAsync(bulkhead), Is.False, "while the thread that it borrowed is not back");
        }

        gate.Set();
        Assert.That(await blocked, Is.EqualTo(1));
        await ProveAsync(bulkhead);
        Assert.That(await IsOnThePoolAsync(bulkhead), Is.True, "when it has proved itself again");
    }

    [Test]
    public async Task Code_that_blocks_for_ever_is_overdue_at_its_deadline_and_counted_until_it_returns()
    {
        Bulkhead bulkhead = Of(8);
        await ProveAsync(bulkhead);
        using var gate = new ManualResetEventSlim();
        using var isOver = new CancellationTokenSource();
        Task<int> blocked = bulkhead.CallAsync(
            token =>
            {
                using CancellationTokenRegistration told = token.UnsafeRegister(_ => isOver.Cancel(), null);
                return Task.FromResult(Block(gate));
            },
            TimeSpan.FromMilliseconds(50),
            TimeProvider.System
        );
        Assert.That(async () => await blocked, Throws.TypeOf<TimeoutException>());
        Assert.That(bulkhead.Overdue, Is.EqualTo(1));
        Assert.That(() => isOver.IsCancellationRequested, Is.True.After(10_000, 5));
        gate.Set();
        Assert.That(() => bulkhead.Overdue, Is.Zero.After(10_000, 5));
    }

    [Test]
    public async Task What_no_thread_could_take_up_has_not_begun()
    {
        Bulkhead bulkhead = Of(2);
        using var gate = new ManualResetEventSlim();
        Task<int>[] blocked = [.. Enumerable.Range(0, 2).Select(_ => CallAsync(bulkhead, () => Block(gate)))];
        bool wasCalled = false;
        Task<int> late = bulkhead.CallAsync(
            _ =>
            {
                wasCalled = true;
                return Task.FromResult(0);
            },
            TimeSpan.FromMilliseconds(100),
            TimeProvider.System
        );
        Assert.That(async () => await late, Throws.TypeOf<NotBegunException>());
        gate.Set();
        await Task.WhenAll(blocked);
        Assert.That(await CallAsync(bulkhead, () => 7), Is.EqualTo(7));
        Assert.That(wasCalled, Is.False);
    }

    [Test]
    public async Task As_many_calls_block_at_once_as_there_may_be_threads()
    {
        Bulkhead bulkhead = Of(8);
        using var all = new CountdownEvent(8);
        int[] met = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    CallAsync(
                        bulkhead,
                        () =>
                        {
                            all.Signal();
                            return all.Wait(Long) ? 1 : 0;
                        }
                    )
                )
        );
        Assert.That(met.Sum(), Is.EqualTo(8));
    }

    [Test]
    public async Task What_is_thrown_before_the_first_await_and_after_it_comes_to_the_caller([Values] bool awaits)
    {
        Bulkhead bulkhead = Of(2);
        Task<int> failing = bulkhead.CallAsync(
            async _ =>
            {
                if (awaits)
                {
                    await Task.Yield();
                }

                return int.Parse("no number", System.Globalization.CultureInfo.InvariantCulture);
            },
            Long,
            TimeProvider.System
        );
        Assert.That(async () => await failing, Throws.TypeOf<FormatException>());
        Assert.That(
            async () => await bulkhead.CallAsync<int>(_ => null!, Long, TimeProvider.System),
            Throws.InvalidOperationException.With.Message.Contains("no task")
        );
        Assert.That(
            async () => await bulkhead.CallAsync<int>(_ => throw new TimeZoneNotFoundException(), Long, TimeProvider.System),
            Throws.TypeOf<TimeZoneNotFoundException>()
        );
    }

    [Test]
    public async Task Who_no_longer_wants_it_does_not_wait()
    {
        Bulkhead bulkhead = Of(2);
        using var stopping = new CancellationTokenSource();
        using var gate = new ManualResetEventSlim();
        Task<int> unwanted = bulkhead.CallAsync(_ => Task.FromResult(Block(gate)), Long, TimeProvider.System, stopping.Token);
        await stopping.CancelAsync();
        Assert.That(async () => await unwanted, Throws.InstanceOf<OperationCanceledException>());
        gate.Set();
    }

    private static Bulkhead Of(int threads) => new("a test", threads, goesOnThere: false);

    private static Task<T> CallAsync<T>(Bulkhead bulkhead, Func<T> call) =>
        bulkhead.CallAsync(_ => Task.FromResult(call()), Long, TimeProvider.System);

    private static async Task ProveAsync(Bulkhead bulkhead)
    {
        for (int i = 0; i < ManyEnough; i++)
        {
            await CallAsync(bulkhead, () => i);
        }
    }

    private static Task<bool> IsOnThePoolAsync(Bulkhead bulkhead) => CallAsync(bulkhead, () => Thread.CurrentThread.IsThreadPoolThread);

    private static int Block(ManualResetEventSlim gate) => gate.Wait(Long) ? 1 : 0;
}
