namespace CustomerTouchpoints.Reasons;

/// <summary>Who a customer is, and that they were erased.</summary>
internal static class IdentityReasons
{
    public static readonly ReasonKind Erased = new("customer-erased", "the customer was erased");

    public static readonly ReasonKind ErasedBy = new("erased-by", "erased by {by}: {words}");

    public static readonly ReasonKind Forgotten = new("forgotten", "what it said was erased with its customer");

    public static readonly ReasonKind Identified = new("identified", "the role {role} is filled by {customer}");

    public static readonly ReasonKind SameCustomer = new("same-customer", "the role {role} is filled by {customer} already");

    public static readonly ReasonKind NoSuchJourney = new("no-such-journey", "nobody has heard of the journey");

    public static readonly ReasonKind MergedInto = new("merged-into", "{from} goes on as {into}, as {by} said");

    public static readonly ReasonKind MergedAlready = new("merged-already", "{from} and {into} are one customer already");

    public static readonly ReasonKind MergedElsewhere = new("merged-elsewhere", "{from} goes on as {other} already: merge {other}");

    public static IReadOnlyList<ReasonKind> All =>
        [Erased, ErasedBy, Forgotten, Identified, SameCustomer, NoSuchJourney, MergedInto, MergedAlready, MergedElsewhere];
}
