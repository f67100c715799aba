namespace CustomerTouchpoints.Touchpoints.Rules;

/// <summary>What a rule means where it says nothing.</summary>
internal static class RuleDefaults
{
    /// <summary>How often a quiet rule speaks within one visit.</summary>
    public const int QuietLimit = 3;

    public static Category CategoryOf(RuleTrigger trigger) =>
        trigger is RuleTrigger.Quiet or RuleTrigger.Daily or RuleTrigger.Update ? Category.Service : Category.Transactional;

    public static TimeSpan StaleAfter(Category category) =>
        category switch
        {
            Category.Transactional => TimeSpan.FromDays(7),
            Category.Service => TimeSpan.FromHours(12),
            _ => TimeSpan.FromDays(1),
        };

    public static UnknownPolicy WhenUnknown(Category category) =>
        category == Category.Promotional ? UnknownPolicy.Hold : UnknownPolicy.Resend;
}
