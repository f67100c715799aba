using System.Text;
using System.Text.Json;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Customers.Identity.CardLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Identity;

/// <summary>Everything that is known of a customer, handed out.</summary>
public sealed class ExportTests
{
    private const string Hostile = "<script>alert(1)</script>";

    [Test]
    public async Task It_tells_who_they_are_what_they_said_and_what_they_were_told()
    {
        await using TouchpointsTestHost host = await LivedAsync();
        JsonElement export = JsonDocument.Parse(await ExportAsync(host, "ana", ExportFormat.Json)).RootElement;
        Assert.That(
            export.EnumerateObject().Select(part => part.Name),
            Is.EqualTo([
                "format",
                "exportedAt",
                "customer",
                "contacts",
                "addedValue",
                "consents",
                "preferences",
                "waiting",
                "inbox",
                "journeys",
            ])
        );
        JsonElement customer = export.GetProperty("customer");
        Assert.That(customer.GetProperty("directory").GetProperty("name").GetString(), Is.EqualTo(Hostile));
        Assert.That(
            customer.GetProperty("directory").GetProperty("addresses").GetProperty("email").GetString(),
            Is.EqualTo("ana@example.org")
        );
        Assert.That(customer.GetProperty("traits").GetProperty("attributes").GetProperty("nick").GetString(), Is.EqualTo("canary-nick"));
        Assert.That(
            export.GetProperty("consents").GetProperty("evidence")[0].GetProperty("source").GetString(),
            Is.EqualTo("canary-source")
        );
        Assert.That(export.GetProperty("contacts")[0].GetProperty("total").GetInt64(), Is.EqualTo(1));
        JsonElement card = export.GetProperty("journeys")[0];
        Assert.That(
            (
                card.GetProperty("journey").GetString(),
                card.GetProperty("roles")[0].GetString(),
                card.GetProperty("sharedWith")[0].GetString()
            ),
            Is.EqualTo(("card/1", "sender", "recipient"))
        );
        Assert.That(card.GetProperty("journal")[0].GetProperty("data").GetProperty("text").GetString(), Is.EqualTo(Hostile));
        Assert.That(card.GetProperty("touchpoints").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task It_tells_nothing_of_who_else_is_in_a_journey_and_what_they_were_told()
    {
        await using TouchpointsTestHost host = await LivedAsync();
        string export = await ExportAsync(host, "ana", ExportFormat.Json);
        Assert.That(export, Does.Not.Contain("\"bo\"").And.Not.Contain("card-comes"));
        Assert.That(await ExportAsync(host, "bo", ExportFormat.Json), Does.Contain("card-comes").And.Not.Contain("\"ana\""));
    }

    [Test]
    public async Task The_page_has_the_same_data_escaped_and_nothing_that_runs_or_loads()
    {
        await using TouchpointsTestHost host = await LivedAsync();
        string page = await ExportAsync(host, "ana", ExportFormat.Html);
        Assert.That(page, Does.StartWith("<!doctype html>").And.EndWith("</body></html>\n"));
        Assert.That(page, Does.Not.Contain("<script").IgnoreCase.And.Not.Contain("src=").And.Not.Contain("href="));
        Assert.That(page, Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.Contain("canary-source").And.Contain("card-left"));
    }

    [Test]
    public async Task Who_was_merged_is_told_with_whom_they_turned_out_to_be_and_an_erased_one_has_nothing_left()
    {
        await using TouchpointsTestHost host = await LivedAsync();
        await host.MergeAsync("ana", "anna");
        JsonElement export = JsonDocument.Parse(await ExportAsync(host, "ana", ExportFormat.Json)).RootElement;
        Assert.That(export.GetProperty("customer").GetProperty("id").GetString(), Is.EqualTo("anna"));
        Assert.That(export.GetProperty("customer").GetProperty("alsoKnownAs")[0].GetString(), Is.EqualTo("ana"));
        Assert.That(export.GetProperty("consents").GetProperty("evidence").GetArrayLength(), Is.EqualTo(1));
        Assert.That(export.GetProperty("journeys").GetArrayLength(), Is.EqualTo(1));

        await host.EraseAsync("anna");
        host.Directory.Forget("ana");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.That(await ExportAsync(host, "anna", ExportFormat.Json), Does.Not.Contain("canary").And.Contain("erasedAt"));
    }

    private static async Task<TouchpointsTestHost> LivedAsync()
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<CardLifecycle>();
        host.Directory.Describe(ErasureTests.Person("ana", "it") with { Name = Hostile });
        await host.RaiseAsync(Fact("written", "1", sender: "ana", recipient: "bo", JsonSerializer.Serialize(new { text = Hostile })));
        await ErasureTests.ConsentAsync(host, "ana");
        return host;
    }

    private static async Task<string> ExportAsync(TouchpointsTestHost host, CustomerId customer, ExportFormat format)
    {
        using var to = new MemoryStream();
        await host.Identity().ExportAsync(customer, to, format);
        return Encoding.UTF8.GetString(to.ToArray());
    }
}
