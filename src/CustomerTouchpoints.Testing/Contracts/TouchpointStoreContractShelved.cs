using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>Touchpoints that wait for nobody but a person: they lie beside the row of their journey.</summary>
internal static class TouchpointStoreContractShelved
{
    private const string Hostile = """{"reason":"Zoë 🦜 \"quoted\" 'single' \\ 100 % -- ; DROP TABLE shelved \r\n\t"}""";

    private static readonly JourneyId One = "order/1";
    private static readonly JourneyId Two = "order/2";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("What_waits_for_a_person_is_read_as_it_was_written_by_journey_and_order", ReadAsync),
            ("What_waits_for_a_person_is_replaced_and_deleted_alone", ReplacedAsync),
            ("What_waits_for_a_person_is_there_after_reopening", ReopenedAsync),
            ("What_waits_for_a_person_is_counted_up_to_a_limit", CountedAsync),
            ("A_refused_batch_leaves_what_waits_for_a_person_as_it_was", RefusedAsync),
        ];

    private static async Task ReadAsync(TouchpointStoreContractSubject subject)
    {
        await BeginAsync(subject).ConfigureAwait(false);
        await ReadsAsync(subject, [One, Two, "order/3"], new(One, 7, Hostile), new(One, 300, "{}"), new(Two, 2, """{"order":2}"""))
            .ConfigureAwait(false);
        await ReadsAsync(subject, [Two], new ShelvedRow(Two, 2, """{"order":2}""")).ConfigureAwait(false);
        await ReadsAsync(subject, ["order/3"]).ConfigureAwait(false);
        await ReadsAsync(subject, []).ConfigureAwait(false);
    }

    private static async Task ReplacedAsync(TouchpointStoreContractSubject subject)
    {
        await BeginAsync(subject).ConfigureAwait(false);
        await subject
            .CommitAsync(new BatchWrites { Shelved = [new(One, 7, null), new(One, 300, """{"a":1}"""), new(Two, 9, null)] })
            .ConfigureAwait(false);
        await ReadsAsync(subject, [One, Two], new(One, 300, """{"a":1}"""), new(Two, 2, """{"order":2}""")).ConfigureAwait(false);
    }

    private static async Task ReopenedAsync(TouchpointStoreContractSubject subject)
    {
        await BeginAsync(subject).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        await ReadsAsync(subject, [One], new(One, 7, Hostile), new(One, 300, "{}")).ConfigureAwait(false);
    }

    private static async Task CountedAsync(TouchpointStoreContractSubject subject)
    {
        await CountsAsync(subject, 10, 0).ConfigureAwait(false);
        await BeginAsync(subject).ConfigureAwait(false);
        await CountsAsync(subject, 10, 3).ConfigureAwait(false);
        await CountsAsync(subject, 2, 2).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Shelved = [new(One, 7, null)] }).ConfigureAwait(false);
        await CountsAsync(subject, 10, 2).ConfigureAwait(false);
    }

    private static async Task CountsAsync(TouchpointStoreContractSubject subject, int limit, int expected) =>
        Check.Equal(
            expected,
            await subject.Store.CountShelvedAsync(limit, CancellationToken.None).ConfigureAwait(false),
            $"What waits for a person, up to {limit}"
        );

    private static async Task RefusedAsync(TouchpointStoreContractSubject subject)
    {
        await BeginAsync(subject).ConfigureAwait(false);
        BatchWrites gap = new() { Shelved = [new(One, 7, null), new(One, 8, "{}")], Journal = [Rows.Entry(One, 99)] };
        await Check.FailsAsync<InvalidOperationException>(() => subject.CommitAsync(gap), "The batch").ConfigureAwait(false);
        await ReadsAsync(subject, [One], new(One, 7, Hostile), new(One, 300, "{}")).ConfigureAwait(false);
    }

    private static async Task BeginAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(Rows.Opening(Two) with { Shelved = [new(Two, 2, """{"order":2}""")] }).ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening(One)).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Shelved = [new(One, 300, "{}"), new(One, 7, Hostile)] }).ConfigureAwait(false);
    }

    private static async Task ReadsAsync(TouchpointStoreContractSubject subject, JourneyId[] journeys, params ShelvedRow[] expected)
    {
        IReadOnlyList<ShelvedRow> read = await subject.Store.ReadShelvedAsync(journeys, CancellationToken.None).ConfigureAwait(false);
        foreach (JourneyId journey in journeys)
        {
            Check.SameOrder(
                expected.Where(row => row.Journey == journey),
                read.Where(row => row.Journey == journey),
                $"What waits in {journey}"
            );
        }

        Check.Equal(expected.Length, read.Count, "The count of what waits");
    }
}
