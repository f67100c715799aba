namespace CustomerTouchpoints.Reasons;

/// <summary>Why a message was planned, was not, or is not wanted any more.</summary>
internal static class PlanReasons
{
    public static readonly ReasonKind Planned = new("planned", "planned on {cause}");

    public static readonly ReasonKind NobodyInRole = new("nobody-in-role", "nobody is known to be the {role}");

    public static readonly ReasonKind RoleFilled = new("role-filled", "somebody now plays the role");

    public static readonly ReasonKind RuleOff = new("rule-off", "the rule is switched off");

    public static readonly ReasonKind RuleGone = new("rule-gone", "the lifecycle no longer has its rule");

    public static readonly ReasonKind OnlyWhen = new("only-when", "only when {condition}");

    public static readonly ReasonKind ToldAlready = new("told-already", "told already[: {rule} tells it, as {touchpoint}]");

    public static readonly ReasonKind StandsBack = new("stands-back", "{because}; it leaves only if {rule} does not tell it");

    public static readonly ReasonKind MatterSolved = new("matter-solved", "the matter is solved");

    public static readonly ReasonKind NotAfterwards = new("not-afterwards", "the matter is solved, and the rule does not say Afterwards");

    public static readonly ReasonKind Overtaken = new("overtaken", "had to wait, and {rule} tells it as well");

    public static readonly ReasonKind OvertakenAtOpening = new(
        "overtaken-at-opening",
        "what follows it was reported before it, and {rule} tells that"
    );

    public static readonly ReasonKind AndOvertaken = new("and-overtaken", "{because}; and {rule} tells it as well");

    public static readonly ReasonKind Solved = new("solved", "solved: the journey is in {state}");

    public static readonly ReasonKind AndSolved = new("and-solved", "{because}; and solved: the journey is in {state}");

    public static readonly ReasonKind StateEnded = new("state-ended", "{state} has ended");

    public static readonly ReasonKind AndStateEnded = new("and-state-ended", "{because}; and {state} has ended");

    public static readonly ReasonKind OpenEnded = new("open-ended", "being open has ended");

    public static readonly ReasonKind TooManyOpen = new("too-many-open", "left out: {count} messages of the journey wait already");

    public static readonly ReasonKind TooManyPromises = new(
        "too-many-promises",
        "left out: {count} promises of the journey are open already"
    );

    public static IReadOnlyList<ReasonKind> All =>
        [
            Planned,
            NobodyInRole,
            RoleFilled,
            RuleOff,
            RuleGone,
            OnlyWhen,
            ToldAlready,
            StandsBack,
            MatterSolved,
            NotAfterwards,
            Overtaken,
            OvertakenAtOpening,
            AndOvertaken,
            Solved,
            AndSolved,
            StateEnded,
            AndStateEnded,
            OpenEnded,
            TooManyOpen,
            TooManyPromises,
        ];
}
