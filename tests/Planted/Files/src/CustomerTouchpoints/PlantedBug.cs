namespace CustomerTouchpoints;

/// <summary>Bugs that a test build can be given, each where its name is written. No other build knows them.</summary>
internal enum PlantedBug
{
    /// <summary>As it ships.</summary>
    None,

    /// <summary>Callers hear before the commit.</summary>
    AnswersBeforeCommit,

    /// <summary>Attempts begin before they are stored.</summary>
    BeginsBeforeCommit,

    /// <summary>A commit that fails keeps the slots of its attempts.</summary>
    SlotsLeak,

    /// <summary>After a refused batch, nothing is tried behind the first submission that fails alone.</summary>
    RefusedBatchForgetsTheRest,

    /// <summary>A faulted event takes its id, so that it can not be raised again.</summary>
    FaultedEventsTakeTheirId,

    /// <summary>Other data under a known event id passes for a repeat.</summary>
    ConflictsPassForRepeats,

    /// <summary>An event that was raised in an earlier commit counts again.</summary>
    RepeatsCountAgain,

    /// <summary>Attempts of an earlier owner wait for their lease.</summary>
    EarlierTermsAreNotLost,

    /// <summary>Of the events that waited for their journey, only the first is applied.</summary>
    OnlyOneIsUnparked,

    /// <summary>A sender that is late passes for one that refused.</summary>
    TimeoutsPassForRefusals,

    /// <summary>What was claimed long ago is sent all the same.</summary>
    OldClaimsAreSent,

    /// <summary>A message that had to wait never gets stale.</summary>
    WaitingKeepsFresh,

    /// <summary>Consent to promotions counts for mail only.</summary>
    ConsentIsAskedOfMailOnly,

    /// <summary>What stands against addresses is asked of mail only.</summary>
    TextsGoToStoppedNumbers,

    /// <summary>What stands against an address holds for the batch that says so, and is not stored.</summary>
    StopsAreNotStored,

    /// <summary>A retry has the number of the attempt before.</summary>
    RetryKeepsItsNumber,

    /// <summary>An uncertain attempt is tried again as if it had failed.</summary>
    UncertainPassesForFailed,

    /// <summary>An attempt that may have arrived leaves no mark on the next.</summary>
    DoubtsAreNotCounted,

    /// <summary>An attempt whose host died passes for one that never began.</summary>
    LostPassesForUnbegun,

    /// <summary>A held message outlives the state it tells of.</summary>
    HeldConditionsOutliveTheirState,

    /// <summary>The step that the line has reached is reached again.</summary>
    StepsCountTwice,

    /// <summary>A late fact replaces newer data.</summary>
    LateDataWins,

    /// <summary>AlsoBy is forgotten.</summary>
    FurtherRoutesAreForgotten,

    /// <summary>A state that is entered again has no end.</summary>
    TimersStartOnce,

    /// <summary>A quiet rule speaks though something was just told.</summary>
    QuietDoesNotListen,

    /// <summary>AtMost allows one more.</summary>
    LimitIsOneMore,

    /// <summary>A message that has to wait is overtaken at once.</summary>
    HeldDoesNotHoldUp,

    /// <summary>A late fact leaves while another message of its lane is under way.</summary>
    LateFactsPassWhatIsUnderWay,

    /// <summary>Replaying the journal leaves out what late facts brought.</summary>
    ReplayForgetsLateData,

    /// <summary>A host whose store was taken over goes on writing.</summary>
    OvertakenHostsMayWrite,

    /// <summary>A new owner on shared memory does not look at what its predecessor left.</summary>
    MemoryForgetsWhatWasUnderWay,

    /// <summary>A new owner of a file does not look at what its predecessor left.</summary>
    FilesForgetWhatWasUnderWay,

    /// <summary>The writer remembers a journey as it was first written.</summary>
    WriterRemembersTheOldRow,

    /// <summary>The data of late facts is not stored beside the journal.</summary>
    SomeDataIsNotStored,

    /// <summary>What is due at this very instant is not read.</summary>
    WhatIsDueNowIsNotRead,

    /// <summary>The report of an earlier attempt settles the current one.</summary>
    OldReportsAreBelieved,

    /// <summary>A fact that had to wait is told when the matter is solved.</summary>
    HeldFactsOutliveSolved,

    /// <summary>A message that was on its way when its condition ended is tried again.</summary>
    EndedConditionsAreTold,

    /// <summary>Where everything is paused, nothing is.</summary>
    PausesOfEverythingStopNothing,

    /// <summary>What a switch held stays held when it is resumed.</summary>
    ResumingForgetsWhatWasHeld,

    /// <summary>A journey that goes on under a new version keeps the timers of the old one.</summary>
    UpgradesForgetTimers,

    /// <summary>What a channel does not have passes for sent.</summary>
    NotAcceptedPassesForSent,

    /// <summary>A message goes out again while its channel should be asked.</summary>
    AskedIsSentMeanwhile,

    /// <summary>What a person has let go out leaves without its flag.</summary>
    ResolvedGoesUnflagged,

    /// <summary>What a person has discarded goes out.</summary>
    DiscardedIsSent,

    /// <summary>A breach has the time at which it was noticed.</summary>
    BreachesHappenWhenNoticed,

    /// <summary>Whatever ends passes for in time, as soon as it has ended.</summary>
    LateEndsPassForHits,

    /// <summary>The time in which a matter was solved counts.</summary>
    SolvedTimeCounts,

    /// <summary>A clock that stands still runs again when it is reopened and another policy has come to hold.</summary>
    RetargetingForgetsThePause,

    /// <summary>A host that dies during an escalation has told nobody, and nobody is told again.</summary>
    EscalationsDieWithTheirHost,

    /// <summary>What may have arrived promises nothing.</summary>
    UnknownPromisesNothing,

    /// <summary>A retry tells another deadline than the attempt before.</summary>
    RetriesTellAnotherDeadline,

    /// <summary>What comes to wait for a person beside others is not written, and forgotten with the host.</summary>
    ShelvedAreForgotten,

    /// <summary>What waited for a person still lies beside its journey when it has ended.</summary>
    ShelvedOutliveTheirEnd,

    /// <summary>A host that meets a journey anew does not look beside it.</summary>
    NobodyLooksBesideTheRow,

    /// <summary>What a journey has left out is counted anew by each host.</summary>
    LeftOutDrifts,

    /// <summary>What a customer agreed to once can't be taken back.</summary>
    GrantsStandForGood,

    /// <summary>Caps count what was told, and not what is on its way.</summary>
    CapsForgetWhatIsOnItsWay,

    /// <summary>A cap lets one more out than it says.</summary>
    CapsLetOneMoreOut,

    /// <summary>What has ended keeps its room under the caps.</summary>
    RoomIsKeptForGood,

    /// <summary>It is night when it is night where the host is.</summary>
    NightsAreTheHosts,

    /// <summary>At night only offers are held.</summary>
    TextsRingAtNight,

    /// <summary>An attempt of which nobody knows keeps its slot.</summary>
    DoubtsKeepTheirSlot,

    /// <summary>What the gate does not let begin keeps the slot that was taken for it.</summary>
    RefusalsKeepTheirSlot,

    /// <summary>A channel that was down once stays closed.</summary>
    ChannelsStayDown,

    /// <summary>A journey is due when the first of its messages is, and not when any is.</summary>
    OnlyTheFirstIsDue,

    /// <summary>Erasing sets a stone and leaves what was said lying.</summary>
    EvidenceSurvivesErasing,

    /// <summary>When two customers turn out to be one, the later of what they said counts.</summary>
    GrantsBeatWithdrawalsInAMerge,

    /// <summary>Erasing takes what was said in a journey and leaves its entries their data.</summary>
    EntriesKeepTheirData,
}
