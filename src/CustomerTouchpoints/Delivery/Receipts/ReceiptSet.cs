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

    public ReceiptSet With(ReceiptKind kind) => new(Bits | Bit(kind));

    private static int Bit(ReceiptKind kind) => 1 << (int)kind;
}
