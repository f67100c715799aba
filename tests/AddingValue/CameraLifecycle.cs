using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.AddingValue;

/// <summary>A camera that somebody has bought: most of its messages may carry added value.</summary>
public sealed class CameraLifecycle() : Lifecycle("camera", version: 1)
{
    public static readonly State Bought = new("bought");

    public static IncomingEvent Fact(string name, string id, string camera = "1", string customer = "ana") =>
        new()
        {
            Journey = new JourneyId("camera", camera),
            Name = name,
            Id = id,
            Customer = customer,
        };

    protected override void Define(LifecycleBuilder camera)
    {
        camera.WithAddedValue("lens-care", "lens-club", "lens-show");
        camera.Line(Bought.ReachedBy("bought"));
        camera.OnEntering(Bought).Send("camera-bought").WithoutAddedValue();
        camera.On("shipped").Send("camera-shipped");
        camera.On("called").Send("camera-called").By(Channel.Chat);
        camera.On("texted").Send("camera-texted").By(Channel.Sms);
        camera.On("delayed").Send("camera-delayed").Tone(Tone.BadNews);
        camera.On("cleaned").Send("camera-cleaned").WithAddedValue("lens-guide");
        camera.On("anything").Send("camera-anything").WithAddedValue();
        camera.On("offer").Send("camera-offer").As(Category.Promotional);
    }
}
