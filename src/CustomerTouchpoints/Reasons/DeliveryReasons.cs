namespace CustomerTouchpoints.Reasons;

/// <summary>What became of an attempt, and what follows from it.</summary>
internal static class DeliveryReasons
{
    public static readonly ReasonKind Attempt = new("attempt", "attempt {attempt}[ by {channel}]");

    public static readonly ReasonKind Accepted = new("accepted", "accepted by {channel}[: {reference}]");

    public static readonly ReasonKind Refused = new("refused", "refused for good by {channel}: {details}");

    public static readonly ReasonKind FailsOver = new("fails-over", "{channel} did not accept it, and another provider is tried[: {said}]");

    public static readonly ReasonKind FailedForNow = new("failed-for-now", "try {try} failed for now: {details}");

    public static readonly ReasonKind TriesUsedUp = new("tries-used-up", "{tries} tries failed, the last one: {details}");

    public static readonly ReasonKind Uncertain = new("uncertain", "{details}");

    public static readonly ReasonKind NobodyKnows = new("nobody-knows", "nobody can know whether it was accepted");

    public static readonly ReasonKind HostStopped = new("host-stopped", "the host stopped while it was being sent");

    public static readonly ReasonKind LeaseOver = new("lease-over", "its sender did not report within the lease");

    public static readonly ReasonKind NotBegun = new("not-begun", "claimed, and the host stopped before it began");

    public static readonly ReasonKind BegunTooLate = new("begun-too-late", "claimed, and not begun in time");

    public static readonly ReasonKind LeaseRanShort = new(
        "lease-ran-short",
        "claimed, and the lease of this host ran short before it began"
    );

    public static readonly ReasonKind StoppedByOperator = new("stopped-by-operator", "claimed, and stopped by an operator before it began");

    public static readonly ReasonKind NoSender = new("no-sender", "no sender is registered for {channel}");

    public static readonly ReasonKind NotComposed = new("not-composed", "{fault}");

    public static readonly ReasonKind ComposingFailed = new("composing-failed", "composing it failed with {exception}");

    public static readonly ReasonKind ComposingLate = new("composing-late", "composing it took longer than sending it may");

    public static readonly ReasonKind GoesOutAgain = new("goes-out-again", "{because}; it goes out again under the same message id");

    public static readonly ReasonKind TooManyDoubts = new("too-many-doubts", "{attempts} attempts, and nobody knows of any: {because}");

    public static readonly ReasonKind IsLookedUp = new("is-looked-up", "{because}; {channel} is asked what became of it");

    public static readonly ReasonKind Lookup = new("lookup", "lookup {number} of {most} by {channel}");

    public static readonly ReasonKind FoundAccepted = new("found-accepted", "{channel} was asked, and had accepted it[: {reference}]");

    public static readonly ReasonKind NotFound = new("not-found", "{channel} does not have it[: {details}]");

    public static readonly ReasonKind NotFoundResent = new(
        "not-found-resent",
        "{channel} was asked, and does not have it[: {details}]; it goes out again under the same message id"
    );

    public static readonly ReasonKind CantSayYet = new("cant-say-yet", "{channel} can't say yet[: {details}]");

    public static readonly ReasonKind CantSay = new(
        "cant-say",
        "{channel} was asked {times} times and can't say[ ({details})]: a person has to decide"
    );

    public static IReadOnlyList<ReasonKind> All =>
        [
            Attempt,
            Accepted,
            Refused,
            FailsOver,
            FailedForNow,
            TriesUsedUp,
            Uncertain,
            NobodyKnows,
            HostStopped,
            LeaseOver,
            NotBegun,
            BegunTooLate,
            LeaseRanShort,
            StoppedByOperator,
            NoSender,
            NotComposed,
            ComposingFailed,
            ComposingLate,
            GoesOutAgain,
            TooManyDoubts,
            IsLookedUp,
            Lookup,
            FoundAccepted,
            NotFound,
            NotFoundResent,
            CantSayYet,
            CantSay,
        ];
}
