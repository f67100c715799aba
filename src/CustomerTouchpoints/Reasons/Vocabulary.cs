using System.Collections.Frozen;

namespace CustomerTouchpoints.Reasons;

/// <summary>Every kind of reason by its code.</summary>
internal static class Vocabulary
{
    private static readonly FrozenDictionary<string, ReasonKind> ByCode = Kinds.ToFrozenDictionary(kind => kind.Code);

    public static IEnumerable<ReasonKind> Kinds =>
        [
            .. FactReasons.All,
            .. TimerReasons.All,
            .. PlanReasons.All,
            .. GateReasons.All,
            .. DigestReasons.All,
            .. ConsentReasons.All,
            .. PreferenceReasons.All,
            .. SegmentReasons.All,
            .. SurveyReasons.All,
            .. SuppressionReasons.All,
            .. DeliveryReasons.All,
            .. ReceiptReasons.All,
            .. FallbackReasons.All,
            .. AddedValueReasons.All,
            .. ReviewReasons.All,
            .. ClockReasons.All,
            .. EscalationReasons.All,
            .. IdentityReasons.All,
            .. InboxReasons.All,
            .. StoreReasons.All,
            .. HealthReasons.All,
            .. OtherReasons.All,
        ];

    public static ReasonKind? Find(string code) => ByCode.GetValueOrDefault(code);
}
