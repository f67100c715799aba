using CustomerTouchpoints;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Operations;
using ShopWeb.Shop;

namespace ShopWeb.Demo;

/// <summary>What happens in the month, in its order.</summary>
internal sealed class DemoScript
{
    private const int OrderCount = 2000;
    private const int QuestionCount = 400;
    private const long FirstOrder = 1042;
    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;
    private readonly Dice dice = new(20261130);
    private readonly List<DemoStep> steps = [];
    private readonly List<Order> orders = [];
    private readonly DemoFeedback feedback;

    public DemoScript(DateTimeOffset start, DateTimeOffset end)
    {
        this.start = start;
        this.end = end;
        feedback = new DemoFeedback(Add);
        TimeSpan pace = (end - start) / OrderCount;
        for (int index = 0; index < OrderCount; index++)
        {
            Write(FirstOrder + index, start + (pace * index) + dice.Between(TimeSpan.Zero, pace));
        }

        var talk = new DemoTalk(dice, orders, feedback, Add);
        talk.Write(QuestionCount, start, end);
        Questions = talk.Questions;
        WriteWishes();
        WriteSwitches();
        Steps = [.. steps.Where(step => step.At < end).OrderBy(step => step.At)];
    }

    public IReadOnlyList<DemoStep> Steps { get; }

    public IReadOnlyList<Order> Orders => orders;

    public IReadOnlyList<(long Number, string Customer, string Subject)> Questions { get; }

    private void Add(DateTimeOffset at, Func<DemoShop, Task> step) => steps.Add(new DemoStep(at, step));

    /// <summary>One order: most go their way; a few are cancelled, late, lost sight of, or come back.</summary>
    private void Write(long number, DateTimeOffset placedAt)
    {
        CustomerId customer = number % 97 == 0 ? ShopCustomers.Ana : ShopCustomers.All[dice.Below(ShopCustomers.All.Count)].Id;
        Camera camera = Camera.All[dice.Below(Camera.All.Count)];
        var order = new Order(number, customer.ToString(), camera.Name, camera.Price, placedAt);
        orders.Add(order);
        Fact(order, placedAt, new OrderPlaced(camera.Name, camera.Price), "placed", customer);
        if (dice.Hits(4))
        {
            Fact(order, placedAt + dice.Between(TimeSpan.FromMinutes(20), TimeSpan.FromHours(20)), new OrderCancelled(), "cancelled");
            return;
        }

        DateTimeOffset paid = placedAt + dice.Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(3));
        DateTimeOffset packed = paid + dice.Between(TimeSpan.FromHours(4), TimeSpan.FromHours(dice.Hits(6) ? 120 : 30));
        DateTimeOffset shipped = packed + dice.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(dice.Hits(5) ? 90 : 20));
        DateTimeOffset deliverBy = shipped + TimeSpan.FromDays(3);
        DateTimeOffset delivered = shipped + dice.Between(TimeSpan.FromHours(18), TimeSpan.FromHours(dice.Hits(7) ? 110 : 66));

        // Feeds are dirty: now and then the payment is heard of after the parcel has left, and a fact is said twice.
        bool isLate = dice.Hits(3);
        Fact(order, isLate ? shipped + TimeSpan.FromHours(2) : paid, new PaymentAccepted("Visa •••• 4242"), "paid", occurred: paid);
        Fact(order, packed, new ParcelPacked("Rosa"), "packed");
        Fact(order, shipped, new ParcelShipped(dice.Hits(50) ? "DHL" : "GLS", deliverBy), "shipped");
        if (dice.Hits(4))
        {
            Fact(order, shipped + TimeSpan.FromHours(1), new ParcelShipped("DHL", deliverBy), "shipped-again");
        }

        Fact(order, delivered, new ParcelDelivered(), "delivered");
        feedback.Ask(order.Journey, customer.ToString(), delivered);
        if (dice.Hits(2))
        {
            Fact(order, delivered + dice.Between(TimeSpan.FromDays(1), TimeSpan.FromDays(6)), new ParcelReturned(), "returned");
        }

        WriteReceipts(order, delivered);
    }

    private void Fact<TEvent>(
        Order order,
        DateTimeOffset at,
        TEvent data,
        string id,
        CustomerId? customer = null,
        DateTimeOffset? occurred = null
    )
        where TEvent : notnull => Add(at, shop => shop.Touchpoints.RaiseAsync(order.Journey, data, id, occurred ?? at, customer));

    /// <summary>What the mail's provider says of an order's last mail: that it arrived, and now and then that it came back.</summary>
    private void WriteReceipts(Order order, DateTimeOffset delivered)
    {
        var mail = new TouchpointId(order.Journey, "order-delivered", "1", "buyer", Channel.Email);
        ReceiptKind kind =
            dice.Hits(1.5) ? ReceiptKind.HardBounced
            : dice.Hits(0.5) ? ReceiptKind.Complained
            : ReceiptKind.Delivered;
        DateTimeOffset at = delivered + TimeSpan.FromHours(1);
        if (dice.Hits(60))
        {
            Add(at, shop => shop.Touchpoints.ReportReceiptAsync(Receipt(mail, kind, at)));
        }

        if (kind == ReceiptKind.Delivered && dice.Hits(25))
        {
            Add(at.AddHours(3), shop => shop.Touchpoints.ReportReceiptAsync(Receipt(mail, ReceiptKind.Opened, at.AddHours(3))));
        }
    }

    private static Receipt Receipt(TouchpointId mail, ReceiptKind kind, DateTimeOffset at) =>
        new()
        {
            Touchpoint = mail,
            Kind = kind,
            OccurredAt = at,
            Id = $"{mail}-{kind}",
        };

    private void WriteWishes()
    {
        foreach (Customer customer in ShopCustomers.All.Where(customer => customer.Id == ShopCustomers.Ana || dice.Hits(25)))
        {
            DateTimeOffset at = start + dice.Between(TimeSpan.FromHours(1), end - start);
            var consent = new ConsentRecord
            {
                Customer = customer.Id,
                Category = Category.Promotional,
                Decision = dice.Hits(70) ? ConsentDecision.Granted : ConsentDecision.Withdrawn,
                At = at,
                Source = "the account's page",
                By = customer.Id.ToString(),
                Wording = "Tell me of evenings in the darkroom and of new cameras.",
            };
            Add(at, shop => shop.Wishes.RecordConsentAsync(consent));
        }
    }

    /// <summary>An afternoon without text messages, and a rule that somebody has stopped since yesterday.</summary>
    private void WriteSwitches()
    {
        SwitchScope sms = SwitchScope.Of(Channel.Sms);
        SwitchScope evenings = SwitchScope.OfRule("order", "darkroom-evening");
        Add(end.AddDays(-12), shop => shop.Switches.PauseAsync(sms, "the gateway sends everything twice", "otto"));
        Add(end.AddDays(-12).AddHours(3), shop => shop.Switches.ResumeAsync(sms, "they have mended it", "otto"));
        Add(end.AddHours(-20), shop => shop.Switches.PauseAsync(evenings, "the date in it is wrong", "otto"));
    }
}
