using System.Diagnostics;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Lifecycles.OptIn;
using CustomerTouchpoints.Links;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Pages;

/// <summary>
/// Pictures of the pages, for people: TOUCHPOINTS_PAGES=FOLDER dotnet test --filter FullyQualifiedName~PagesToLookAt, with chromium.
/// </summary>
public sealed class PagesToLookAtTests
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("TOUCHPOINTS_PAGES") ?? Path.Combine(Path.GetTempPath(), "touchpoints-pages");

    [Explicit("Makes pictures for people, with chromium.")]
    [Test]
    public async Task Each_page_at_three_widths_light_and_dark_in_two_languages()
    {
        Directory.CreateDirectory(Folder);
        await using ShopHost shop = await ShopHost.StartAsync(touchpoints =>
            touchpoints
                .AddDoubleOptIn()
                .AddSurvey(Surveys.All)
                .AddInquiries()
                .UseBrand(brand => brand.Name = "Lumen Cameras")
                .ConfigureMessages(messages =>
                    messages.AddWords("en", new Dictionary<string, string> { ["step.order.shipped"] = "it is on its way" })
                )
        );
        foreach (string customer in new[] { "ana-en", "ana-de" })
        {
            foreach ((string name, string path) in await PathsAsync(shop, customer))
            {
                foreach (int width in new[] { 320, 390, 900 })
                {
                    foreach (bool isDark in new[] { false, true })
                    {
                        await PictureAsync(
                            new Uri(shop.Address, path),
                            $"{name}-{customer[^2..]}-{width}{(isDark ? "-dark" : "")}",
                            width,
                            isDark
                        );
                    }
                }
            }
        }
    }

    private static async Task<(string Name, string Path)[]> PathsAsync(ShopHost shop, string customer)
    {
        JourneyId order = new("order", $"L-{customer}");
        JourneyId optIn = new("opt-in", customer);
        await shop.PlaceAsync(order.ToString(), customer);
        await shop.Touchpoints.RaiseAsync(order, new OrderPacked(TimeProvider.System.GetUtcNow().AddDays(2)), id: "2");
        await shop.Touchpoints.RaiseAsync(
            optIn,
            new ConsentAsked("Letters", new Uri("https://shop.example/x")),
            id: "1",
            customer: customer
        );
        await shop.GrantAsync(customer);
        await Page.PostAsync(shop, shop.UnsubscribeOf(customer), ("List-Unsubscribe", "One-Click"));
        return
        [
            ("status", shop.StatusOf(order.ToString(), customer)),
            ("preferences", shop.PreferencesOf(customer)),
            ("unsubscribe", shop.UnsubscribeOf(customer)),
            ("confirm", shop.PathOf(LinkPurpose.Confirm, new LinkSubject { Customer = customer, Journey = optIn })),
            ("feedback-stars", Surveys.PathOf(shop, order, "delivery", customer) + "?answer=4"),
            ("feedback-ten", Surveys.PathOf(shop, order, "recommend", customer)),
            ("feedback-yes-no", Surveys.PathOf(shop, order, "solved", customer) + "?answer=0"),
            ("ask", Surveys.AskOf(shop, order, customer)),
            ("gone", "/my/status/none"),
        ];
    }

    private static async Task PictureAsync(Uri page, string name, int width, bool isDark)
    {
        using Process? chromium = Process.Start(
            "chromium",
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                $"--blink-settings=preferredColorScheme={(isDark ? 0 : 1)}",
                $"--window-size={width},1000",
                $"--user-data-dir={Path.Combine(Folder!, "profile")}",
                $"--screenshot={Path.Combine(Folder!, name)}.png",
                page.AbsoluteUri,
            ]
        );
        await chromium!.WaitForExitAsync();
    }
}
