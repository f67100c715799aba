using System.Collections.Concurrent;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>
/// Puts messages into inboxes, between the batches of the writer: whoever gets the turn commits what all others wait for, too. What expired
/// leaves with it, once a minute.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InboxDesk(StoreTurn turn, Notices notices, IOptions<InboxOptions> options, StoreTime time) : IDisposable
{
    /// <summary>How many messages one commit takes.</summary>
    private const int Most = 200;

    /// <summary>How many characters of a text are kept.</summary>
    private const int LongestText = 20_000;

    private static readonly TimeSpan Sweeping = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<Arrival> waiting = new();
    private readonly SemaphoreSlim one = new(1, 1);
    private DateTimeOffset sweptAt = DateTimeOffset.MinValue;

    /// <summary>Puts a message into its customer's inbox; one that is there, or was, changes nothing.</summary>
    /// <returns>Whether there is such an inbox: not for who was erased.</returns>
    public async Task<bool> PutAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var arrival = new Arrival(message);
        waiting.Enqueue(arrival);
        while (!arrival.Done.IsCompleted)
        {
            try
            {
                await one.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                arrival.GiveUp();
                throw;
            }

            try
            {
                if (!arrival.Done.IsCompleted)
                {
                    await CommitAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                one.Release();
            }
        }

        return await arrival.Done.ConfigureAwait(false);
    }

    public void Dispose() => one.Dispose();

    private async Task CommitAsync()
    {
        List<Arrival> arrivals = [];
        while (arrivals.Count < Most && waiting.TryDequeue(out Arrival? arrival))
        {
            if (!arrival.Done.IsCompleted)
            {
                arrivals.Add(arrival);
            }
        }

        await CommitAsync(arrivals).ConfigureAwait(false);
    }

    /// <summary>One that the store refuses fails alone, and not those that came with it.</summary>
    private async Task CommitAsync(List<Arrival> arrivals)
    {
        try
        {
            await WriteAsync(arrivals).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not StoreUnavailableException && arrivals.Count > 1)
        {
            foreach (Arrival arrival in arrivals)
            {
                await CommitAsync([arrival]).ConfigureAwait(false);
            }

            return;
        }
#pragma warning disable CA1031 // Whatever the store throws, each that waits hears of it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            arrivals.ForEach(arrival => arrival.Fail(fault));
            return;
        }

        foreach (Arrival arrival in arrivals)
        {
            if (arrival.Owner is { } owner)
            {
                notices.InboxChanged(owner, arrival.Message.Touchpoint, InboxReasons.Arrived, arrival.Message.At);
            }

            arrival.Complete();
        }
    }

    private async Task WriteAsync(List<Arrival> arrivals)
    {
        var people = new SortedSet<CustomerId>(arrivals.Select(arrival => arrival.Message.Customer));
        while (true)
        {
            int asked = people.Count;
            bool isThrough = await turn.CommitAsync(
                    new BatchKeys([], [], [.. people]),
                    loaded => AreAllLocked(loaded, people) ? Writes(loaded, arrivals) : null,
                    CancellationToken.None
                )
                .ConfigureAwait(false);
            if (isThrough || people.Count == asked)
            {
                return;
            }
        }
    }

    /// <summary>Whether those whom customers turned out to be are locked as well; else they are added.</summary>
    private static bool AreAllLocked(IStoreBatch loaded, SortedSet<CustomerId> people)
    {
        int asked = people.Count;
        foreach (CustomerRow row in loaded.Customers.Values)
        {
            if (CustomerRows.ToSnapshot(row).MergedInto is { } into)
            {
                people.Add(into);
            }
        }

        return people.Count == asked;
    }

    private BatchWrites? Writes(IStoreBatch loaded, List<Arrival> arrivals)
    {
        foreach (Arrival arrival in arrivals)
        {
            CustomerSnapshot owner = OwnerOf(loaded, arrival.Message.Customer);
            arrival.Owner = owner.ErasedAt is null ? owner.Id : default(CustomerId?);
        }

        InboxRow[] rows = [.. arrivals.Where(arrival => arrival.Owner is not null).Select(RowOf)];
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        bool sweeps = now - sweptAt >= Sweeping;
        sweptAt = sweeps ? now : sweptAt;
        return rows.Length == 0
            ? null
            : new BatchWrites
            {
                Inbox = new InboxWrites
                {
                    New = rows,
                    Trimmed = [.. rows.Select(row => row.Customer).Distinct().Select(owner => (owner, options.Value.MostPerCustomer))],
                    ExpiredAt = sweeps ? now : null,
                },
            };
    }

    private static CustomerSnapshot OwnerOf(IStoreBatch loaded, CustomerId customer)
    {
        CustomerSnapshot known = CustomerSnapshot.Unheard(customer);
        for (CustomerId? next = customer; next is { } id; next = known.MergedInto)
        {
            known = loaded.Customers.TryGetValue(id, out CustomerRow? row) ? CustomerRows.ToSnapshot(row) : CustomerSnapshot.Unheard(id);
        }

        return known;
    }

    private InboxRow RowOf(Arrival arrival)
    {
        OutgoingMessage message = arrival.Message;
        return new InboxRow
        {
            Id = message.MessageId,
            Customer = arrival.Owner!.Value,
            Touchpoint = message.Touchpoint,
            Category = message.Category,
            Topic = message.Topic,
            Culture = message.Culture,
            Subject = HostText.Clean(message.Content.Subject),
            Text = HostText.CleanLines(message.Content.Text, LongestText),
            At = message.At,
            ExpiresAt = message.At + options.Value.Keep,
        };
    }

    /// <summary>A message that waits to be committed.</summary>
    private sealed class Arrival(OutgoingMessage message)
    {
        private readonly TaskCompletionSource<bool> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public OutgoingMessage Message { get; } = message;

        /// <summary>Whose inbox it came into; null where there is none.</summary>
        public CustomerId? Owner { get; set; }

        public Task<bool> Done => done.Task;

        public void Complete() => done.TrySetResult(Owner is not null);

        public void GiveUp() => done.TrySetCanceled();

        public void Fail(Exception fault) => done.TrySetException(fault);
    }
}
