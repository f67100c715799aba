using System.Globalization;
using System.Text;
using System.Text.Json;
using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Lifecycles.ECards;
using CustomerTouchpoints.Testing;
using ECard;
using Microsoft.Extensions.DependencyInjection;

// A card from New York to Paris: two zones, two languages, and nobody's phone rings at night.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var time = new VirtualTime(new DateTimeOffset(2026, 3, 2, 1, 30, 0, TimeSpan.Zero));
var screen = new Screen(time);
ServiceProvider services = new ServiceCollection()
    .AddSingleton<TimeProvider>(time)
    .AddCustomerTouchpoints(touchpoints =>
        touchpoints
            .AddECard(card =>
            {
                card.RecipientChannels = [Channel.Sms, Channel.Email];
                card.Channels = [Channel.Sms, Channel.Email];
            })
            .UseCustomers<TwoFriends>()
            .UseBrand(brand => (brand.Name, brand.From) = ("Postino", new MessageAddress("cards@postino.example", "Postino")))
            .AddChannel(Channel.Sms, _ => screen)
            .AddChannel(Channel.Email, _ => screen)
            .AddObserver(screen)
            .UseInMemoryStore()
            .Configure(options =>
            {
                options.RunWorkers = false;
                (options.QuietHours.From, options.QuietHours.To) = (new TimeOnly(21, 0), new TimeOnly(8, 0));
            })
    )
    .BuildServiceProvider();
await using (services)
{
    var touchpoints = services.GetRequiredService<ICustomerTouchpoints>();
    var engine = services.GetRequiredService<TouchpointsEngine>();
    await engine.StartAsync();
    Console.WriteLine(
        "A card from Ana, who reads English, to Léa, who reads French. Nobody's phone rings between 21:00 and 8:00, by their own clock.\n"
    );
    Console.WriteLine("New York   Paris");

    var card = new CardWritten("Ana", "Léa", new Uri("https://postino.example/3f9a"), "Happy birthday, and come soon!");
    await ReportAsync("Ana writes a card.", "card.written", "form-1", card);
    await ReportAsync("Her browser sends the form once more.", "card.written", "form-1", card);
    await UntilAsync(2, 12, 0);
    Console.WriteLine($"{"", 24}Three days pass, and the card is not opened.");
    await UntilAsync(5, 18, 40);
    await ReportAsync("Léa opens the card.", "card.opened", "view-1", new CardOpened(time.GetUtcNow()));
    await UntilAsync(5, 19, 0);
    await ReportAsync("She looks at it again.", "card.opened", "view-2", new CardOpened(time.GetUtcNow()));
    await UntilAsync(30, 12, 0);
    Console.WriteLine($"\nFour weeks later: Léa’s phone rang {screen.Rang["Léa"]} times, Ana’s {screen.Rang["Ana"]} times.");

    async Task ReportAsync<TEvent>(string words, string name, string id, TEvent data)
    {
        screen.Tell(words);
        Task<RaiseResult> raising = touchpoints.RaiseAsync(
            new IncomingEvent
            {
                Journey = "e-card/3",
                Name = name,
                Id = id,
                Data = JsonSerializer.SerializeToElement(data, JsonSerializerOptions.Web),
                Parties = new Dictionary<string, CustomerId>
                {
                    [ECardLifecycle.Sender] = TwoFriends.Ana.Id,
                    [ECardLifecycle.Recipient] = TwoFriends.Lea.Id,
                },
            }
        );
        await engine.DrainAsync();
        RaiseResult result = await raising;
        Console.WriteLine($"{"", 24}{name}: {result.Outcome}, {result.Reason}");
    }

    // Lets time pass, by the clock of Greenwich: everything that becomes due on the way happens at its own instant.
    async Task UntilAsync(int day, int hour, int minute)
    {
        var instant = new DateTimeOffset(2026, 3, day, hour, minute, 0, TimeSpan.Zero);
        await engine.DrainAsync();
        while (await engine.NextDueAsync() is { } due && due <= instant)
        {
            time.MoveTo(due > time.GetUtcNow() ? due : time.GetUtcNow());
            await engine.DrainAsync();
        }

        time.MoveTo(instant);
        await engine.DrainAsync();
    }
}
