using CustomerTouchpoints;
using CustomerTouchpoints.Channels;

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.AddCustomerTouchpoints(touchpoints => touchpoints.AddLifecycle<ParcelLifecycle>().AddTemplates("Messages")
    .UseCustomers<Lofts>().AddChannel<PigeonSender>("pigeon").UseInMemoryStore());
using IHost host = builder.Build();
await host.StartAsync();
IncomingEvent left = new() { Journey = "parcel/7", Name = "parcel.left", Id = "wms-1", Customer = "ana" };
await host.Services.GetRequiredService<ICustomerTouchpoints>().RaiseAsync(left);
await host.WaitForShutdownAsync();

internal sealed class PigeonSender(IHostApplicationLifetime app) : IChannelSender
{
    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Console.WriteLine($"    __\n <(o  )___     coo! to {message.Address}, for {message.Name}:\n   ( ._> /     "
            + $"{message.Content.Text.Trim()}\n    `---'");
        app.StopApplication();
        return Task.FromResult(SendResult.Sent());
    }
}

internal sealed class ParcelLifecycle() : Lifecycle("parcel", version: 1)
{
    protected override void Define(LifecycleBuilder parcel)
    {
        parcel.OpensWith("parcel.left").GoTo(new State("gone"));
        parcel.On("parcel.left").Send("parcel-left").By("pigeon");
    }
}

internal sealed class Lofts : ICustomerDirectory
{
    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([.. ids.Select(Ana)]);
    private static Customer Ana(CustomerId id) =>
        new() { Id = id, Name = "Ana", Addresses = new Dictionary<Channel, string> { ["pigeon"] = "the loft in Rome" } };
}
