using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;
using OrderStory.Shop;

namespace CustomerTouchpoints.Micro;

/// <summary>
/// A whole mail of the order's story: subject, text and HTML with layout, progress and contact block; in each template language.
/// </summary>
[MemoryDiagnoser, CategoriesColumn, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class Rendering
{
    private const string InShipped = "order-shipped";
    private const string InRecorded = "order-recorded, with a table of items";

    private readonly MessageComposer scriban = Composer("Messages", _ => { });
    private readonly MessageComposer handlebars = Composer("Handlebars", touchpoints => touchpoints.UseHandlebars());
    private readonly MessageRequest shipped = RequestOf("order-shipped", Story.Shipped, 4);
    private readonly MessageRequest recorded = RequestOf("order-recorded", Story.Placed, 1);

    [BenchmarkCategory(InShipped), Benchmark(Baseline = true, Description = "Render order-shipped, in Handlebars")]
    public object ShippedInHandlebars() => handlebars.Compose(shipped);

    [BenchmarkCategory(InShipped), Benchmark(Description = "Render order-shipped")]
    public object Shipped() => scriban.Compose(shipped);

    [BenchmarkCategory(InRecorded), Benchmark(Baseline = true, Description = "Render order-recorded, with a table, in Handlebars")]
    public object RecordedInHandlebars() => handlebars.Compose(recorded);

    [BenchmarkCategory(InRecorded), Benchmark(Description = "Render order-recorded, with a table")]
    public object Recorded() => scriban.Compose(recorded);

    private static IReadOnlyList<State> Line =>
        [OrderLifecycle.Recorded, OrderLifecycle.Validated, OrderLifecycle.Prepared, OrderLifecycle.Shipped, OrderLifecycle.Delivered];

    private static MessageComposer Composer(string folder, Action<TouchpointsBuilder> more) =>
        new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
            {
                touchpoints
                    .AddLifecycle<OrderLifecycle>()
                    .UseCustomers(new Buyers())
                    .AddTemplates(Path.Combine(AppContext.BaseDirectory, folder))
                    .UseBrand(LumenCameras.Describe)
                    .UseInMemoryStore();
                more(touchpoints);
            })
            .BuildServiceProvider()
            .GetRequiredService<MessageComposer>();

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
            TellsStep = true,
            Line =
            [
                .. Line.Select((state, index) => new LineProgress(state.Name, state.Says, index < step ? Story.Arrival.AddDays(-2) : null)),
            ],
        };
}
