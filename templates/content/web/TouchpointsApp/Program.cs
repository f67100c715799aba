using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using TouchpointsApp;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddCustomerTouchpoints(
    builder.Configuration.GetSection("Touchpoints"),
    touchpoints =>
        touchpoints
            .AddLifecycle<OrderLifecycle>()
            .UseCustomers<AppCustomers>()
            .AddTemplates("Messages")
            .AddEmailDropFolder("mail", email => email.From = new MessageAddress("hello@shop.example", "TouchpointsApp"))
            .UseSqlite()
);
builder.Services.AddHealthChecks().AddCustomerTouchpoints();
WebApplication app = builder.Build();

// Give each fact the id that it has in your system: raised again, it changes nothing.
app.MapPost(
    "/orders/{number}/placed",
    (string number, string customer, ICustomerTouchpoints touchpoints) =>
        touchpoints.RaiseAsync($"order/{number}", new OrderPlaced(number), id: $"placed-{number}", customer: customer)
);
app.MapPost(
    "/orders/{number}/shipped",
    (string number, ParcelShipped shipped, ICustomerTouchpoints touchpoints) =>
        touchpoints.RaiseAsync($"order/{number}", shipped, id: $"shipped-{number}")
);
app.MapPost(
    "/orders/{number}/delivered",
    (string number, ICustomerTouchpoints touchpoints) =>
        touchpoints.RaiseAsync($"order/{number}", new ParcelDelivered(), id: $"delivered-{number}")
);
app.MapGet("/customers/{customer}/timeline", (string customer, ICustomerTouchpoints touchpoints) => touchpoints.TimelineAsync(customer));
app.MapHealthChecks("/health");
app.Run();
