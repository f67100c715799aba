using System.Globalization;
using CustomerTouchpoints;
using CustomerTouchpoints.Inquiries;
using ShopWeb.Shop;

namespace ShopWeb.Demo;

/// <summary>What customers ask in the month, and what the desk answers. Of the last day, a good part is still open.</summary>
internal sealed class DemoTalk(
    Dice dice,
    IReadOnlyList<Order> orders,
    DemoFeedback feedback,
    Action<DateTimeOffset, Func<DemoShop, Task>> add
)
{
    private const long First = 77;

    private static readonly (string Subject, string Question, string Answer)[] Talks =
    [
        (
            "Where is my parcel?",
            "It should be here by now. Can you see where it is?",
            "It is with the carrier, two streets away: it comes today."
        ),
        (
            "Wrong strap",
            "There is a brown strap in the box; I chose the black one.",
            "Sorry. The black one leaves us today; keep the brown one."
        ),
        (
            "Film or card?",
            "Does it come with a film inside, as you write?",
            "Yes: one roll of 400, so that you can go out with it at once."
        ),
        ("Invoice", "May I have the invoice in the name of my company?", "Of course. You find it attached to your order by this evening."),
        (
            "The finder is dim",
            "The finder seems darker than in the shop. Is that right?",
            "It should not be. Send it in; we look at it the same day."
        ),
        ("Change of address", "I move next week. Can it go to the new address?", "Done: it goes to the new address."),
    ];

    private static readonly string[] Representatives = ["rosa", "marco", "lin"];

    private readonly List<(long, string, string)> questions = [];

    public IReadOnlyList<(long Number, string Customer, string Subject)> Questions => questions;

    public void Write(int count, DateTimeOffset start, DateTimeOffset end)
    {
        TimeSpan pace = (end - start) / count;
        for (int index = 0; index < count; index++)
        {
            Order about = orders[Math.Min(orders.Count - 1, orders.Count * index / count)];
            DateTimeOffset asked = start + (pace * index) + dice.Between(TimeSpan.Zero, pace);
            Write(First + index, about, asked < about.PlacedAt ? about.PlacedAt.AddHours(1) : asked, end);
        }
    }

    private void Write(long number, Order about, DateTimeOffset asked, DateTimeOffset end)
    {
        (string subject, string question, string answer) = Talks[dice.Below(Talks.Length)];
        string by = Representatives[dice.Below(Representatives.Length)];
        var id = new JourneyId("question", number.ToString(CultureInfo.InvariantCulture));
        if (asked >= end)
        {
            return;
        }

        questions.Add((number, about.Customer, subject));
        var asking = new InquiryAsked
        {
            Text = question,
            Subject = subject,
            About = about.Journey,
        };
        add(asked, shop => shop.Inquiries.AskAsync(id, about.Customer, asking, "asked", asked));
        DateTimeOffset read = asked + dice.Between(TimeSpan.FromMinutes(5), TimeSpan.FromHours(3));
        if (end - asked < TimeSpan.FromDays(1) && dice.Hits(55))
        {
            // Nobody has come to it yet.
            return;
        }

        add(read, shop => shop.Inquiries.ReadAsync(id, new InquiryRead { By = by }, "read"));
        DateTimeOffset answered = read + dice.Between(TimeSpan.FromMinutes(10), TimeSpan.FromHours(dice.Hits(8) ? 30 : 3));
        add(answered, shop => AnswerAsync(shop, id, answer, by, "answered"));
        if (dice.Hits(12))
        {
            add(
                answered.AddMinutes(-3),
                shop => shop.Inquiries.NoteAsync(id, new InquiryNoted { By = by, Text = "I have asked the bench." }, "noted")
            );
        }

        DateTimeOffset last = answered;
        if (dice.Hits(18))
        {
            DateTimeOffset wrote = answered + dice.Between(TimeSpan.FromMinutes(20), TimeSpan.FromHours(9));
            add(
                wrote,
                shop =>
                    shop.Inquiries.CustomerWroteAsync(
                        id,
                        new InquiryCustomerWrote { Text = "Thank you. And one more thing: how long does the battery last?" },
                        "wrote",
                        wrote
                    )
            );
            last = wrote + dice.Between(TimeSpan.FromMinutes(15), TimeSpan.FromHours(5));
            add(last, shop => AnswerAsync(shop, id, "About nine hundred pictures.", by, "answered-again"));
        }

        if (dice.Hits(55))
        {
            add(last.AddHours(4), shop => SolveAsync(shop, id, by));
            feedback.AskWhetherSolved(id, about.Customer, last.AddHours(4));
        }
    }

    private static async Task AnswerAsync(DemoShop shop, JourneyId id, string text, string by, string once)
    {
        if (await shop.Inquiries.GetAsync(id) is { LastMessage: { } seen })
        {
            await shop.Inquiries.AnswerAsync(
                id,
                new InquiryAnswered
                {
                    Text = text,
                    By = by,
                    Seen = seen,
                },
                once
            );
        }
    }

    private static async Task SolveAsync(DemoShop shop, JourneyId id, string by)
    {
        if (await shop.Inquiries.GetAsync(id) is { LastMessage: { } seen })
        {
            await shop.Inquiries.ResolveAsync(id, new InquiryResolved { By = by, Seen = seen }, "solved");
        }
    }
}
