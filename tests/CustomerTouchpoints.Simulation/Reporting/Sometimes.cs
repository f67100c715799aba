namespace CustomerTouchpoints.Simulation.Reporting;

/// <summary>What must happen now and then, or the generators are not fierce enough.</summary>
internal enum Sometimes
{
    JourneySolved,
    JourneyClosed,
    JourneyReopened,
    EventParked,
    EventUnparked,
    EventLate,
    EventDuplicate,
    EventConflict,
    EventFaulted,
    TimedTransition,
    QuietRuleSpoke,
    DailyRuleSpoke,
    TouchpointHeld,
    TouchpointWithdrawn,
    TouchpointMerged,
    TouchpointSkipped,
    TouchpointFailed,
    TouchpointUnknown,
    TouchpointInReview,
    AttemptReleased,
    DuplicateSent,
    SentByOvertakenHost,
    SendOutlivedItsHost,
    RoleFilledLater,
    CommitSharedByEvents,
    TwoSendsAtOnce,
    CommitDuringSend,
    RaiseRetriedAfterCrash,
}
