using CustomerTouchpoints.Lifecycles.Guides;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Lifecycles.Tests.Guides;

/// <summary>A series of guides to what was bought.</summary>
internal sealed class GuideTests
{
    private static readonly JourneyId Camera = "guide/1042-1";

    [Test]
    public async Task A_product_with_a_folder_has_its_series_in_the_order_of_names()
    {
        await using TouchpointsTestHost host = await WithFolderAsync();

        await host.RaiseAsync(Camera, new ProductDelivered("lumen-m2", "Lumen M2"), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(90));

        host.SentTo("ana").ShouldBe("lumen-m2-1-first-pictures", "lumen-m2-2-care");
        Assert.That(host.Sent.Select(message => (message.At - Start).TotalDays), Is.EqualTo([2, 9]));
        Assert.That(host.Sent[0].Content.Text, Does.Contain("Take the strap first."));
        Assert.That((await host.Touchpoints.GetJourneyAsync(Camera))?.State, Is.EqualTo("known"));
    }

    [Test]
    public async Task A_product_without_a_folder_is_asked_after_once()
    {
        await using TouchpointsTestHost host = await WithFolderAsync();

        await host.RaiseAsync(Camera, new ProductDelivered("hako-strap", "Hako strap"), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(90));

        host.SentTo("ana").ShouldBe("guide-how-is-it");
        Assert.That(host.Sent.Single().Content.Text, Does.Contain("your Hako strap has been with you"));
    }

    [Test]
    public async Task What_is_sent_back_needs_no_guide()
    {
        await using TouchpointsTestHost host = await WithFolderAsync();
        await host.RaiseAsync(Camera, new ProductDelivered("lumen-m2", "Lumen M2"), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(5));

        await host.RaiseAsync(Camera, new ProductReturned());
        await host.AdvanceAsync(TimeSpan.FromDays(90));

        host.SentTo("ana").ShouldBe("lumen-m2-1-first-pictures");
    }

    [Test]
    public async Task Guides_are_promotional_unless_the_host_says_otherwise()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<GuideLifecycle>(t => t.AddGuides());

        await host.RaiseAsync(Camera, new ProductDelivered("lumen-m2", "Lumen M2"), customer: "ana");
        await host.AdvanceAsync(TimeSpan.FromDays(90));

        Assert.That(host.Sent, Is.Empty);
    }

    [Test]
    public void A_folder_that_is_not_there_is_a_fault_with_its_remedy() =>
        Assert.That(
            () => new GuideLifecycle(new GuideOptions { Folder = "Nowhere" }),
            Throws.TypeOf<DirectoryNotFoundException>().With.Message.Contains("Nowhere").And.Message.Contains("GuideOptions.Folder")
        );

    private static DateTimeOffset Start { get; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static GuideOptions Options { get; } = new() { Folder = "Guides/Products", Category = Category.Service };

    private static Task<TouchpointsTestHost> WithFolderAsync() =>
        TouchpointsTestHost.StartAsync<ServiceGuides>(touchpoints =>
            touchpoints.AddGuides<ServiceGuides>(Options.Folder!).AddGuides<ServiceGuides>(Options.Folder!)
        );

    public sealed class ServiceGuides() : GuideLifecycle(Options);
}
