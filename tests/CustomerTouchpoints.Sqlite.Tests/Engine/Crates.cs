using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>Hosts whose store remembers crates, under whichever version.</summary>
internal static class Crates
{
    public static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Two crates packed, one weighed, one not opened and one lost.</summary>
    public static async Task FillAsync(StoreFolder folder)
    {
        await using TouchpointsTestHost first = await StartAsync<CrateLifecycle.First>(folder);
        await first.RaiseAsync(Fact("packed", "1", customer: "ana"));
        await first.RaiseAsync(Fact("packed", "1", "crate/8", "bob"));
        await first.RaiseAsync(Fact("packed", "1", "crate/9", "cleo"));
        await first.RaiseAsync(Fact("weighed", "2", "crate/9"));
        await first.RaiseAsync(Fact("shipped", "2", "crate/10"));
        await first.RaiseAsync(Fact("packed", "1", "crate/11", "dora"));
        await first.RaiseAsync(Fact("lost", "2", "crate/11"));
    }

    public static IncomingEvent Fact(string name, string id, string crate = "crate/7", string? customer = null) =>
        new()
        {
            Journey = crate,
            Name = name,
            Id = id,
            Customer = customer is null ? default(CustomerId?) : new CustomerId(customer),
        };

    public static async Task<(int Version, string? State)> JourneyAsync(TouchpointsTestHost host, string crate = "crate/7")
    {
        JourneyRow row = (await host.Services.GetRequiredService<ITouchpointStore>().ReadJourneysAsync([crate], default)).Single();
        return (row.Version, row.State);
    }

    public static Task<TouchpointsTestHost> StartAsync<TLifecycle>(
        StoreFolder folder,
        DateTimeOffset? startAt = null,
        Action<TouchpointsBuilder>? configure = null
    )
        where TLifecycle : Lifecycle, new() =>
        TouchpointsTestHost.StartAsync<TLifecycle>(
            touchpoints =>
            {
                touchpoints.UseSqlite($"Data Source={folder.Database}");
                configure?.Invoke(touchpoints);
            },
            startAt ?? Monday
        );

    /// <summary>A host that has not started.</summary>
    public static ServiceProvider Composed<TLifecycle>(StoreFolder folder)
        where TLifecycle : Lifecycle, new() =>
        new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints
                    .AddLifecycle<TLifecycle>()
                    .AddTemplates(TemplatesIn(folder))
                    .UseSqlite($"Data Source={folder.Database}")
                    .UseCustomers(new StubDirectory("email"))
                    .AddChannel("email", _ => new RecordingChannel())
            )
            .BuildServiceProvider();

    public static string TemplatesIn(StoreFolder folder)
    {
        string templates = Directory.CreateDirectory(Path.Combine(folder.Path, "templates")).FullName;
        foreach (
            string name in (string[])
                ["crate-packed", "crate-tips", "crate-shipped", "crate-delivered", "crate-lost", "crate-still-waits", "crate-on-its-way"]
        )
        {
            File.WriteAllText(Path.Combine(templates, $"{name}.md"), $"---\nsubject: {name}\n---\n{name}\n");
        }

        return templates;
    }

    public static ITouchpointSwitches SwitchesOf(TouchpointsTestHost host) => host.Services.GetRequiredService<ITouchpointSwitches>();
}
