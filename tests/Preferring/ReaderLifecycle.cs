namespace CustomerTouchpoints.Preferring;

/// <summary>
/// What a magazine tells a reader: its newsletter and offers, how a delivery gets on, tips for who asks, bills and alarms.
/// </summary>
public sealed class ReaderLifecycle() : Lifecycle("reader", version: 1)
{
    public static readonly Topic Newsletter = new("newsletter", Category.Promotional)
    {
        Words = new Dictionary<string, TopicWords>
        {
            ["en"] = new("Newsletter", "What is in the next issue"),
            ["de"] = new("Rundbrief", "Was im nächsten Heft steht"),
        },
    };

    public static readonly Topic Offers = new("offers", Category.Promotional);
    public static readonly Topic Progress = new("progress", Category.Service) { MayBeDeclined = true, HeldInQuietHours = true };
    public static readonly Topic Tips = new("tips", Category.Service) { OnlyOnRequest = true };
    public static readonly Topic Bills = new("bills", Category.Transactional);

    public static readonly State Reading = new("reading");

    public static IReadOnlyList<Topic> All => [Newsletter, Offers, Progress, Tips, Bills];

    protected override void Define(LifecycleBuilder reader)
    {
        reader.Line(Reading.ReachedBy("joined"));
        reader.On("issue").Send("issue").As(Newsletter).By(Channel.Email, Channel.Sms).StaleAfter(TimeSpan.FromDays(20));
        reader.On("offer").Send("offer").As(Offers).By(Channel.Email, Channel.Sms).StaleAfter(TimeSpan.FromDays(20));
        reader.On("progress").Send("progress").As(Progress).By(Channel.Email);
        reader.On("news").Send("news").As(Category.Service).By(Channel.Email);
        reader.On("tip").Send("tip").As(Tips).By(Channel.Email);
        reader.On("bill").Send("bill").As(Bills).By(Channel.Sms, Channel.Email);
        reader.On("alarm").Send("alarm").By(Channel.Sms);
    }

    public static IncomingEvent Fact(string name, string id, string customer = "ana") =>
        new()
        {
            Journey = new JourneyId("reader", customer),
            Name = name,
            Id = id,
            Customer = customer,
        };
}
