using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What providers call the messages that they have accepted: receipts find their touchpoints by it.</summary>
internal static class TouchpointStoreContractReferences
{
    private const string Hostile = "Zoë 🦜 \"quoted\" 'single' \\ 100 % -- ; DROP TABLE references \r\n\t";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("A_touchpoint_is_found_by_what_its_provider_calls_it", FoundAsync),
            ("A_provider_may_call_several_alike_and_say_it_twice", SeveralAsync),
            ("What_nobody_was_told_of_is_not_found", UnknownAsync),
        ];

    private static async Task FoundAsync(TouchpointStoreContractSubject subject)
    {
        TouchpointId first = await WrittenAsync(subject, "1").ConfigureAwait(false);
        TouchpointId second = await WrittenAsync(subject, "2").ConfigureAwait(false);
        var own = TouchpointId.Of("ana", "news", "1", Channel.Email);
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    Customers = [new CustomerRow("ana", "{}")],
                    References = [new(Channel.Email, "a", first), new(Channel.Email, Hostile, second), new(Channel.Email, "own", own)],
                }
            )
            .ConfigureAwait(false);
        await FindsAsync(subject, Channel.Email, "a", first).ConfigureAwait(false);
        await FindsAsync(subject, Channel.Email, Hostile, second).ConfigureAwait(false);
        await FindsAsync(subject, Channel.Email, "own", own).ConfigureAwait(false);
        await FindsAsync(subject, Channel.Email, "A").ConfigureAwait(false);
        await FindsAsync(subject, Channel.Sms, "a").ConfigureAwait(false);
    }

    private static async Task SeveralAsync(TouchpointStoreContractSubject subject)
    {
        TouchpointId first = await WrittenAsync(subject, "1").ConfigureAwait(false);
        TouchpointId second = await WrittenAsync(subject, "2").ConfigureAwait(false);
        ReferenceRow[] references = [new(Channel.Sms, "batch-7", second), new(Channel.Sms, "batch-7", first)];
        await subject.CommitAsync(new BatchWrites { References = references }).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { References = references[..1] }).ConfigureAwait(false);
        await FindsAsync(subject, Channel.Sms, "batch-7", first, second).ConfigureAwait(false);
    }

    private static async Task UnknownAsync(TouchpointStoreContractSubject subject)
    {
        await FindsAsync(subject, Channel.Sms, "nothing").ConfigureAwait(false);
        await FindsAsync(subject, Channel.Sms, "").ConfigureAwait(false);
    }

    private static async Task<TouchpointId> WrittenAsync(TouchpointStoreContractSubject subject, string key)
    {
        var journey = new JourneyId("order", key);
        await subject.CommitAsync(Rows.Opening(journey)).ConfigureAwait(false);
        return Rows.TouchpointId(journey);
    }

    private static async Task FindsAsync(
        TouchpointStoreContractSubject subject,
        Channel channel,
        string reference,
        params TouchpointId[] touchpoints
    )
    {
        IReadOnlyList<TouchpointId> found = await subject
            .Store.Receipts.FindTouchpointsAsync(channel, reference, CancellationToken.None)
            .ConfigureAwait(false);
        Check.Equal(string.Join(", ", touchpoints), string.Join(", ", found), $"What {channel} calls {reference}");
    }
}
