using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;
using OrderStory.Shop;

namespace CustomerTouchpoints.Micro;

/// <summary>A whole mail of the order's story: subject, text and HTML with layout, progress and contact block.</summary>
[MemoryDiagnoser]
public class Rendering
{
    private readonly MessageComposer composer;
    private readonly MessageRequest shipped;
    private readonly MessageRequest recorded;

    public Rendering()
    {
        composer = new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints
                    .AddLifecycle<OrderLifecycle>()
                    .UseCustomers(new Buyers())
                    .AddTemplates(Path.Combine(AppContext.BaseDirectory, "Messages"))
                    .UseBrand(LumenCameras.Describe)
                    .UseInMemoryStore()
            )
            .BuildServiceProvider()
            .GetRequiredService<MessageComposer>();
        shipped = RequestOf("order-shipped", Story.Shipped, 4);
        recorded = RequestOf("order-recorded", Story.Placed, 1);
    }

    [Benchmark(Description = "Render order-shipped")]
    public object Shipped() => composer.Compose(shipped);

    [Benchmark(Description = "Render order-recorded, with a table of items")]
    public object Recorded() => composer.Compose(recorded);

    private static MessageRequest RequestOf<T>(string template, T data, int step) =>
        new()
        {
            Template = template,
            Channel = Channel.Email,
            Customer = Buyers.Profile(Buyers.Of(1042)),
            Journey = new JourneyId("order", "1042"),
            Category = Category.Transactional,
            Data = JsonSerializer.SerializeToElement(data, JsonSerializerOptions.Web),
            Now = Story.Arrival.AddDays(-1),
            StateWords = "it is on its way",
            Step = step,
            Steps = Story.Steps,
        };
}
