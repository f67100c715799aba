using System.Data.Common;

namespace CustomerTouchpoints.Storage;

/// <summary>
/// A fact that a host has enlisted in a transaction of its own, until the writer takes it. It came through the door like any other.
/// </summary>
/// <remarks>
/// Infrastructure: for stores; may change until 1.0.
/// Plain texts, because whatever lies in the table must be readable: what nothing can be made of is set aside with its reason.
/// </remarks>
public sealed record IntakeRow
{
    /// <summary>
    /// The row's number, given by the store and never given twice; 0 before that. It says nothing of the order in which hosts commit.
    /// </summary>
    public long Number { get; init; }

    /// <summary>The lifecycle of the fact's journey.</summary>
    public required string Lifecycle { get; init; }

    /// <summary>The journey's key within its lifecycle.</summary>
    public required string Key { get; init; }

    /// <summary>What happened, such as <c>payment.accepted</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The host's event id.</summary>
    public required string EventId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When <see cref="ITouchpointStore.EnlistAsync(IntakeRow, DbTransaction, CancellationToken)"/> was called.</summary>
    public required DateTimeOffset EnlistedAt { get; init; }

    /// <summary>Who plays which role, as a JSON object of role names and customer ids.</summary>
    public required string Parties { get; init; }

    /// <summary>The fact's data, as a JSON object.</summary>
    public required string Data { get; init; }
}
