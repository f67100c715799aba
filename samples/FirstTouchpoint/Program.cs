using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using CustomerTouchpoints;
using CustomerTouchpoints.Channels;

var told = new TaskCompletionSource<OutgoingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.AddCustomerTouchpoints(touchpoints => touchpoints
    .AddLifecycle<OrderLifecycle>().UseCustomers<ShopCustomers>().UseBrand(brand => brand.Name = "Lumen Cameras")
    .AddTemplates("Messages").UseInMemoryStore()    // UseSqlite("Data Source=touchpoints.db") survives a crash
    .AddChannel(Channel.Email, (message, _) =>      // AddEmailDropFolder("mail") writes .eml files instead
        { told.SetResult(message); return Task.FromResult(SendResult.Sent()); }));
using IHost host = builder.Build();
await host.StartAsync();
var shop = host.Services.GetRequiredService<ICustomerTouchpoints>();
RaiseResult shipped = await shop.RaiseAsync("order/1042", new ParcelShipped("DHL"), id: "wms-551", customer: "ana");
RaiseResult paid = await shop.RaiseAsync("order/1042", new PaymentAccepted(), id: "pay-88");    // feeds are dirty
OutgoingMessage mail = await told.Task;
Console.WriteLine($"To: {mail.Name} <{mail.Address}>\nSubject: {mail.Content.Subject}\n\n{mail.Content.Text}");
Console.WriteLine($"parcel.shipped: {shipped.Reason}\npayment.accepted: {paid.Outcome}, {paid.Reason}");
await host.StopAsync();

[Event("payment.accepted")] internal sealed record PaymentAccepted;
[Event("parcel.shipped")] internal sealed record ParcelShipped(string Carrier);
internal sealed class OrderLifecycle() : Lifecycle("order", version: 1)
{
    private static readonly State Paid = new("paid"), Shipped = new("shipped", says: "it is on its way");
    protected override void Define(LifecycleBuilder order)
    {
        order.Line(Paid.ReachedBy<PaymentAccepted>(), Shipped.ReachedBy<ParcelShipped>());
        order.OnEntering(Shipped).Send("order-shipped");    // Messages/order-shipped.md
    }
}

internal sealed class ShopCustomers : ICustomerDirectory
{
    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([.. ids.Select(id => new Customer
            { Id = id, Name = "Ana Costa", Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@mail.example" } })]);
}
