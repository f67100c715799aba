using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>Promises: written with their journeys, read in pages, counted for reports.</summary>
internal static class TouchpointStoreContractPromises
{
    private static readonly JourneyId Id = "question/7";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("A_promise_comes_back_as_it_was_written_and_is_replaced", RoundTripAsync),
            ("Promises_are_read_in_pages_by_journey_and_number", PagesAsync),
            ("Promises_are_counted_by_lifecycle_name_channel_representative_and_status", CountsAsync),
        ];

    public static PromiseRow Promise(JourneyId journey, int number = 1) =>
        new()
        {
            Id = new PromiseId(journey, number),
            Name = "first-answer",
            Status = PromiseStatus.Open,
            By = Rows.Noon.AddHours(4),
            MadeAt = Rows.Noon,
            ChangedAt = Rows.Noon,
        };

    private static async Task RoundTripAsync(TouchpointStoreContractSubject subject)
    {
        PromiseRow open = Promise(Id);
        PromiseRow full = Promise(Id, 2) with
        {
            Name = "delivery",
            Status = PromiseStatus.Broken,
            By = Rows.Noon.AddMicroseconds(1),
            EndedAt = Rows.Noon.AddMicroseconds(3),
            ToldBy = "question/7~received~1~asker~email ☂'",
            Channel = "email",
            Representative = "",
        };
        await subject.CommitAsync(Rows.Opening(Id) with { Promises = [open, full] }).ConfigureAwait(false);
        Check.SameOrder([open, full], await ReadAsync(subject, new PromiseQuery()).ConfigureAwait(false), "The promises");
        PromiseRow kept = open with { Status = PromiseStatus.Kept, EndedAt = Rows.Noon.AddHours(1) };
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    ChangedJourneys = [Rows.Journey(Id, 2)],
                    Journal = [Rows.Entry(Id, 2)],
                    Promises = [kept],
                }
            )
            .ConfigureAwait(false);
        Check.SameOrder([kept, full], await ReadAsync(subject, new PromiseQuery()).ConfigureAwait(false), "The promises");
        await Check
            .FailsAsync<InvalidOperationException>(
                () => subject.CommitAsync(Rows.Opening("question/9") with { Promises = [Promise("question/8")] }),
                "A promise of another journey"
            )
            .ConfigureAwait(false);
    }

    private static async Task PagesAsync(TouchpointStoreContractSubject subject)
    {
        JourneyId first = "question/z";
        JourneyId second = "question/a";
        PromiseRow[] inOrder = [Promise(first, 1), Promise(first, 2), Promise(first, 10), Promise(second, 1), Promise(second, 2)];
        foreach (JourneyId id in new[] { first, second })
        {
            await subject
                .CommitAsync(Rows.Opening(id) with { Promises = [.. inOrder.Where(promise => promise.Id.Journey == id).Reverse()] })
                .ConfigureAwait(false);
        }

        List<PromiseRow> read = [];
        PromiseId? last = null;
        IReadOnlyList<PromiseRow> page;
        do
        {
            page = await subject.Store.ReadPromisesAsync(new PromiseQuery(), last, 2, CancellationToken.None).ConfigureAwait(false);
            Check.That(page.Count <= 2, $"A page of 2 has {page.Count}.");
            read.AddRange(page);
            last = page.Count > 0 ? page[^1].Id : last;
        } while (page.Count > 0);
        Check.SameOrder(inOrder, read, "The promises");
        Check.SameOrder(
            inOrder[3..],
            await ReadAsync(subject, new PromiseQuery { Journey = second }).ConfigureAwait(false),
            "The promises of one journey"
        );
        Check.SameOrder(
            [],
            await ReadAsync(subject, new PromiseQuery { Journey = "question/8" }).ConfigureAwait(false),
            "The promises of an unknown journey"
        );
    }

    private static async Task CountsAsync(TouchpointStoreContractSubject subject)
    {
        await subject
            .CommitAsync(
                Rows.Opening(Id) with
                {
                    Promises =
                    [
                        Promise(Id, 1) with
                        {
                            Channel = "email",
                            Representative = "ben",
                            Status = PromiseStatus.Kept,
                        },
                        Promise(Id, 2) with
                        {
                            Channel = "email",
                            Representative = "ben",
                            Status = PromiseStatus.Broken,
                        },
                        Promise(Id, 3) with
                        {
                            Channel = "email",
                            Representative = "ben",
                            Status = PromiseStatus.Kept,
                            MadeAt = Rows.Noon.AddHours(1),
                        },
                        Promise(Id, 4) with
                        {
                            Channel = "email",
                        },
                        Promise(Id, 5),
                    ],
                }
            )
            .ConfigureAwait(false);
        await subject
            .CommitAsync(Rows.Opening("order/1") with { Promises = [Promise("order/1") with { Name = "delivery" }] })
            .ConfigureAwait(false);
        PromiseCount other = new("order", "delivery", null, null, PromiseStatus.Open, 1);
        PromiseCount unknown = new("question", "first-answer", null, null, PromiseStatus.Open, 1);
        PromiseCount unassigned = unknown with { Channel = "email" };
        PromiseCount kept = new("question", "first-answer", "email", "ben", PromiseStatus.Kept, 2);
        PromiseCount broken = kept with { Status = PromiseStatus.Broken, Count = 1 };
        (PromiseQuery Query, PromiseCount[] Expected)[] cases =
        [
            (new PromiseQuery(), [other, unknown, unassigned, kept, broken]),
            (new PromiseQuery { Lifecycle = "order" }, [other]),
            (new PromiseQuery { Journey = Id, Status = PromiseStatus.Kept }, [kept]),
            (new PromiseQuery { From = Rows.Noon.AddHours(1) }, [kept with { Count = 1 }]),
            (new PromiseQuery { Until = Rows.Noon }, []),
        ];
        foreach ((PromiseQuery query, PromiseCount[] expected) in cases)
        {
            Check.SameOrder(
                expected,
                await subject.Store.CountPromisesAsync(query, CancellationToken.None).ConfigureAwait(false),
                $"What {query} counts"
            );
        }
    }

    private static async Task<IReadOnlyList<PromiseRow>> ReadAsync(TouchpointStoreContractSubject subject, PromiseQuery query) =>
        await subject.Store.ReadPromisesAsync(query, null, 100, CancellationToken.None).ConfigureAwait(false);
}
