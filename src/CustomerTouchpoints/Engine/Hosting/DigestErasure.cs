using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>
/// What has left a journey in digests of others, and what digests are kept of in its journal, when somebody is erased from it.
/// </summary>
internal sealed class DigestErasure(WriterDoor writer, StoreTurn turn, ITouchpointStore store, StoreTime time)
{
    /// <summary>The data that digests of other journeys have taken from a journey goes there, too.</summary>
    /// <param name="journal">The journal of the journey.</param>
    public async Task ForgetTakenAsync(IReadOnlyList<JournalRow> journal)
    {
        IEnumerable<TouchpointId> taken = journal
            .SelectMany(row => JourneyRows.ToEntry(row).Changes.OfType<TouchpointEnded>())
            .Where(ended => ended.Reason.Code == DigestReasons.Taken.Code)
            .Select(ended => TouchpointId.Parse(ended.Reason.Values.First().Value));
        foreach (TouchpointId digest in taken.Distinct())
        {
            JourneyId from = journal[0].Journey;
            if (digest.Carrier is not { } carrier || carrier == from)
            {
                continue;
            }

            await LeaveAsync(digest, from).ConfigureAwait(false);
            JournalRow[] bared =
            [
                .. (await store.ReadJournalAsync(carrier, CancellationToken.None).ConfigureAwait(false))
                    .Where(row => row.Data is not null && Tells(row, digest.ToString(), from))
                    .Select(row => row with { Data = null }),
            ];
            if (bared.Length > 0)
            {
                await CommitAsync(new BatchKeys([carrier], [], []), new BatchWrites { ErasedEntries = bared }).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits for an attempt that is under way: it ends, or its lease does.</summary>
    private async Task LeaveAsync(TouchpointId digest, JourneyId from)
    {
        while (true)
        {
            var baring = new DigestBaring(digest, from, Instants.Truncate(time.GetUtcNow()));
            await writer.SubmitAsync(baring).ConfigureAwait(false);
            await baring.Done.ConfigureAwait(false);
            if (!baring.IsUnderWay)
            {
                return;
            }

            await Task.Delay(Erasure.Pause, time, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the data of an entry about a digest has something of a journey.</summary>
    private static bool Tells(JournalRow row, string digest, JourneyId from) =>
        row.Name == digest
        && JourneyRows
            .ToEntry(row)
            .Changes.SelectMany(change =>
                change switch
                {
                    TouchpointPlanned { Touchpoint.Contents: { } contents } => contents.Items,
                    DigestTrimmed trimmed => trimmed.Items,
                    _ => [],
                }
            )
            .Any(item => item.Journey == from);

    /// <summary>The digests of a customer that a journey carries lose free texts, and what providers call them.</summary>
    /// <param name="journal">The journal of the journey.</param>
    /// <param name="customer">Who is erased.</param>
    public async Task ForgetCarriedAsync(IReadOnlyList<JournalRow> journal, CustomerId customer)
    {
        IEnumerable<(JourneyId Journey, OpenTouchpoint Digest)> carried = journal.SelectMany(row =>
            JourneyRows
                .ToEntry(row)
                .Changes.OfType<TouchpointPlanned>()
                .Where(planned => planned.Touchpoint.Contents is not null)
                .Select(planned => (row.Journey, planned.Touchpoint))
        );
        foreach ((JourneyId journey, OpenTouchpoint digest) in carried)
        {
            TouchpointId id = digest.IdIn(journey);
            if (
                await store.FindTouchpointAsync(id, CancellationToken.None).ConfigureAwait(false) is not { } row
                || row.Customer != customer
            )
            {
                continue;
            }

            await CommitAsync(
                    new BatchKeys([journey], [], [id.Customer!.Value]),
                    new BatchWrites { ChangedTouchpoints = [ErasedJournal.Erased(row)], ErasedReferences = [id] }
                )
                .ConfigureAwait(false);
        }
    }

    private Task<bool> CommitAsync(BatchKeys keys, BatchWrites writes) => turn.CommitAsync(keys, _ => writes, CancellationToken.None);
}
