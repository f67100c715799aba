using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.PostgreSql.Host;

/// <summary>
/// Four messages for each parcel: three facts, and one that is due a second after the last. Each arrives whatever happens, also where it
/// had to wait until the parcel was in somebody's hands.
/// </summary>
public sealed class ParcelLifecycle() : Lifecycle("parcel", version: 1)
{
    public static readonly State Packed = new("packed", says: "it is packed");
    public static readonly State Shipped = new("shipped", says: "it is on its way");
    public static readonly State Delivered = new("delivered", says: "it is in your hands", StateKind.Solved);

    /// <summary>The facts of a parcel, in order.</summary>
    public static IReadOnlyList<string> Facts { get; } = ["packed", "shipped", "delivered"];

    public static IReadOnlyList<string> Templates { get; } = ["parcel-packed", "parcel-shipped", "parcel-delivered", "parcel-survey"];

    public static IncomingEvent Fact(string name, string parcel, string customer) =>
        new()
        {
            Journey = $"parcel/{parcel}",
            Name = name,
            Id = name,
            Customer = customer,
        };

    /// <summary>Writes a template for each message.</summary>
    public static void WriteTemplates(string folder)
    {
        foreach (string name in Templates)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.md"), $"---\nsubject: {name}\n---\n{name}\n");
        }
    }

    protected override void Define(LifecycleBuilder parcel)
    {
        parcel.Line(Packed.ReachedBy("packed"), Shipped.ReachedBy("shipped"), Delivered.ReachedBy("delivered"));
        parcel.OnEntering(Packed).Send("parcel-packed").MustBeHeard().Afterwards().IfUnknown(UnknownPolicy.Resend);
        parcel.OnEntering(Shipped).Send("parcel-shipped").MustBeHeard().Afterwards().IfUnknown(UnknownPolicy.Resend);
        parcel.OnEntering(Delivered).Send("parcel-delivered").MustBeHeard().Afterwards().IfUnknown(UnknownPolicy.Resend);
        parcel.OnEntering(Delivered).After(TimeSpan.FromSeconds(1)).Send("parcel-survey").Afterwards().IfUnknown(UnknownPolicy.Resend);
    }
}
