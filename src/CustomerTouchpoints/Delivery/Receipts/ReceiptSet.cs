namespace CustomerTouchpoints.Delivery.Receipts;

/// <summary>Which kinds of receipts there are of a touchpoint: the order in which they came makes no difference.</summary>
/// <param name="Bits">A bit for each kind.</param>
internal readonly record struct ReceiptSet(int Bits)
{
    /// <summary>Whether it came back for good; that outweighs everything else, as machines deliver and open what then comes back.</summary>
    public bool HasComeBack => Contains(ReceiptKind.HardBounced);

    /// <summary>Whether it has arrived.</summary>
    public bool HasArrived => !HasComeBack && (Bits & ~Bit(ReceiptKind.SoftBounced)) != 0;

    public bool Contains(ReceiptKind kind) => (Bits & Bit(kind)) != 0;

    public bool IsEmpty => Bits == 0;

    /// <summary>A kind, and what must have been before it: the earliest first.</summary>
    public static IReadOnlyList<ReceiptKind> ImpliedBy(ReceiptKind kind) =>
        kind switch
        {
            ReceiptKind.Clicked => [ReceiptKind.Delivered, ReceiptKind.Opened, ReceiptKind.Clicked],
            ReceiptKind.Delivered or ReceiptKind.SoftBounced or ReceiptKind.HardBounced => [kind],
            _ => [ReceiptKind.Delivered, kind],
        };

    /// <summary>Whether one of them says so, or could not be without it.</summary>
    public bool Implies(ReceiptKind kind)
    {
        ReceiptSet set = this;
        return Enum.GetValues<ReceiptKind>().Any(known => set.Contains(known) && ImpliedBy(known).Contains(kind));
    }

    public ReceiptSet Without(ReceiptKind kind) => new(Bits & ~Bit(kind));

    public ReceiptSet With(ReceiptKind kind) => new(Bits | Bit(kind));

    private static int Bit(ReceiptKind kind) => 1 << (int)kind;
}
