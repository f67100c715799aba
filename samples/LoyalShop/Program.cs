using System.Data.Common;
using System.Globalization;
using System.Text;
using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Testing;
using LoyalShop.Shop;
using LoyalShop.Telling;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

// One customer, sixty things that happen in a day, and a shop that would tell each of them: what leaves, what waits, and what does not.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
IAnsiConsole console = AnsiConsole.Console;
console.Profile.Width = Console.IsOutputRedirected ? 150 : console.Profile.Width;
console.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

string folder = args.FirstOrDefault() ?? "artifacts/loyal-shop";
if (Directory.Exists(folder))
{
    Directory.Delete(folder, recursive: true);
}

Directory.CreateDirectory(folder);
TimeZoneInfo rome = TimeZoneInfo.FindSystemTimeZoneById(ShopCustomers.Ana.TimeZone!);
var friday = new DateOnly(2026, 11, 27);
var time = new VirtualTime(new DateTimeOffset(2026, 11, 26, 22, 0, 0, TimeSpan.Zero));

ServiceProvider services = new ServiceCollection()
    .AddSingleton<TimeProvider>(time)
    .AddCustomerTouchpoints(touchpoints =>
        touchpoints
            .AddLifecycle<OrderLifecycle>()
            .AddLifecycle<CartLifecycle>()
            .AddLifecycle<QuestionLifecycle>()
            .AddLifecycle<ClubLifecycle>()
            .UseCustomers<ShopCustomers>()
            .AddTemplates("Messages")
            .UseBrand(brand => (brand.Name, brand.From) = ("Lumen Cameras", new MessageAddress("hello@lumen.example", "Lumen Cameras")))
            .AddEmailDropFolder(Path.Combine(folder, "mail"))
            .AddChannel(Channel.Sms, _ => new TextMessages(Path.Combine(folder, "sms")))
            .UseSqlite(new DbConnectionStringBuilder { ["Data Source"] = Path.Combine(folder, "touchpoints.db") }.ConnectionString)
            .Configure(options =>
            {
                options.RunWorkers = false;
                options.QuietHours.From = new TimeOnly(21, 0);
                options.QuietHours.To = new TimeOnly(8, 0);
                options.Caps.Add(
                    new Cap
                    {
                        AtMost = 3,
                        Within = TimeSpan.FromHours(12),
                        Category = Category.Promotional,
                    }
                );
                options.Caps.Add(
                    new Cap
                    {
                        AtMost = 1,
                        Within = TimeSpan.FromDays(1),
                        Category = Category.Promotional,
                        Channel = "sms",
                    }
                );
            })
    )
    .BuildServiceProvider();
await using (services)
{
    var touchpoints = services.GetRequiredService<ICustomerTouchpoints>();
    var wishes = services.GetRequiredService<ICustomerWishes>();
    var engine = services.GetRequiredService<TouchpointsEngine>();
    await engine.StartAsync();

    await DoneAsync(wishes.RecordConsentAsync(Said(ConsentDecision.Granted, "checkout", null)));
    int events = 0;
    foreach ((DateTimeOffset at, IncomingEvent? fact) in DayFile.Read(Path.Combine(AppContext.BaseDirectory, "day.txt"), friday, rome))
    {
        await UntilAsync(at);
        await DoneAsync(
            fact is null
                ? wishes.RecordConsentAsync(Said(ConsentDecision.Withdrawn, "reply STOP", Channel.Sms))
                : touchpoints.RaiseAsync(fact)
        );
        events++;
    }

    await UntilAsync(time.GetUtcNow().AddHours(36));
    console.MarkupLine(
        $"[bold]A day of {ShopCustomers.Ana.Name}[/], by her clock: {events} things happened. Her mail is in {Markup.Escape(folder)}."
    );
    new DayView(console, await touchpoints.TimelineAsync(ShopCustomers.Ana.Id), rome).Show();

    // Everything that follows from what was reported happens before the next thing does.
    async Task DoneAsync(Task reporting)
    {
        await engine.DrainAsync();
        await reporting;
    }

    async Task UntilAsync(DateTimeOffset instant)
    {
        while (await engine.NextDueAsync() is { } due && due <= instant)
        {
            time.MoveTo(due > time.GetUtcNow() ? due : time.GetUtcNow());
            await engine.DrainAsync();
        }

        time.MoveTo(instant);
        await engine.DrainAsync();
    }
}

static ConsentRecord Said(ConsentDecision decision, string source, Channel? channel) =>
    new()
    {
        Customer = ShopCustomers.Ana.Id,
        Category = Category.Promotional,
        Channel = channel,
        Decision = decision,
        Source = source,
        By = "Ana",
    };
