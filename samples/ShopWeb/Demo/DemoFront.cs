namespace ShopWeb.Demo;

/// <summary>Who comes while a month is being made up is told so, where it takes longer than a moment.</summary>
internal static class DemoFront
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(8);

    private const string Page = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Lumen Cameras</title></head>
        <body><h1>A month of the shop is being made up</h1><p>This page looks again by itself.</p></body></html>
        """;

    public static async Task WhileAsync(ShopOptions options, Task month)
    {
        Console.WriteLine("A month of the shop is being made up: 2,000 orders and 400 questions.");
        if (await Task.WhenAny(month, Task.Delay(Moment)) == month)
        {
            await month;
            return;
        }

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.ClearProviders();
        await using WebApplication front = builder.Build();
        front.MapFallback(() => Results.Content(Page, "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable));
        await front.StartAsync();
        Console.WriteLine($"Lumen Cameras listens on {front.Urls.First()} and opens in a moment.");
        await month;
        await front.StopAsync();
    }
}
