using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Auditing;

/// <summary>Checks a draft as a whole and collects every fault.</summary>
internal static class LifecycleAudit
{
    public static LifecycleReport Check(LifecycleDraft draft) =>
        new([.. draft.Unfinished.Select(sentence => new LifecycleFault(draft.Name, sentence.Subject, "the sentence has no end", sentence.Remedy))]);
}
