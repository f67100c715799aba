namespace CustomerTouchpoints.Simulation.Faults;

/// <summary>Everything that goes wrong on purpose.</summary>
internal enum InjectedFault
{
    None,

    /// <summary>A host dies between two steps.</summary>
    Crash,

    /// <summary>A host dies before its commit has begun.</summary>
    CrashBeforeCommit,

    /// <summary>A host dies after its commit, before it learns of it.</summary>
    CrashAfterCommit,

    /// <summary>A host dies while the commit's bytes are on their way to the disk: the file ends in the middle of them.</summary>
    TornBatch,

    /// <summary>The store surely did not commit.</summary>
    CommitFails,

    /// <summary>The commit arrived and its acknowledgement did not.</summary>
    CommitUnknownButStored,

    /// <summary>Neither the commit nor its acknowledgement arrived, and the host can't tell.</summary>
    CommitUnknownAndLost,

    /// <summary>The store finds a row of the batch unacceptable.</summary>
    BatchRefused,

    /// <summary>The store is busy for too long.</summary>
    StoreBusy,

    /// <summary>The store takes its time while the clock goes on.</summary>
    StoreSlow,

    /// <summary>Another host takes the store over from one that lives.</summary>
    LeaseLost,

    /// <summary>A host stands still, and wakes later.</summary>
    HostFrozen,

    /// <summary>A host stops in good order and another begins.</summary>
    HostReplaced,

    /// <summary>The channel says: not now.</summary>
    ChannelTemporary,

    /// <summary>The channel says: never.</summary>
    ChannelPermanent,

    /// <summary>The channel says that it is down.</summary>
    ChannelDown,

    /// <summary>The channel can't say whether it accepted.</summary>
    ChannelUncertain,

    /// <summary>The sender throws, before or after the message has left.</summary>
    ChannelThrows,

    /// <summary>The channel accepts, and says that it has not.</summary>
    ChannelLies,

    /// <summary>The channel answers after its deadline.</summary>
    ChannelSlow,

    /// <summary>The sender returns nothing at all, or words that no store takes, or says that somebody has cancelled it.</summary>
    ChannelBabbles,

    /// <summary>The channel is asked, and can't say.</summary>
    LookupUnknown,

    /// <summary>The channel is asked, and throws.</summary>
    LookupThrows,

    /// <summary>The channel is asked, and answers after its deadline.</summary>
    LookupSlow,

    /// <summary>The directory throws.</summary>
    DirectoryDown,

    /// <summary>The directory does not know the customer today.</summary>
    DirectoryForgets,

    /// <summary>The directory answers after its deadline.</summary>
    DirectorySlow,

    /// <summary>The directory returns nothing at all, gaps, strangers, or customers of whom half is missing.</summary>
    DirectoryBabbles,

    /// <summary>An event is reported again.</summary>
    EventDuplicated,

    /// <summary>An event is reported long after it happened.</summary>
    EventLate,

    /// <summary>An event overtakes an earlier one.</summary>
    EventReordered,

    /// <summary>Another event takes an id that was used.</summary>
    EventConflicts,

    /// <summary>A guard or condition of the host throws.</summary>
    ConditionThrows,

    /// <summary>An operator pauses sending: all of it, a channel or a rule.</summary>
    SendingPaused,

    /// <summary>An operator lets it go on.</summary>
    SendingResumed,

    /// <summary>An operator decides about a touchpoint that waits for one.</summary>
    OperatorDecides,

    /// <summary>A customer agrees to promotions, or does not want them any more.</summary>
    CustomerSpeaks,

    /// <summary>An address of a customer is suppressed, or what stands against it is lifted.</summary>
    AddressStops,

    /// <summary>The next host brings a new version of the lifecycle, beside the old one or instead of it.</summary>
    NewDefinition,

    /// <summary>The host's people can't be told.</summary>
    EscalationFails,

    /// <summary>A host's clock is set forward.</summary>
    ClockForward,

    /// <summary>A host's clock is set back.</summary>
    ClockBack,
}
