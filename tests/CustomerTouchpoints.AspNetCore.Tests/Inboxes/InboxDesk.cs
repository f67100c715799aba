using System.Net.Http.Json;
using System.Text.Json;
using CustomerTouchpoints.AspNetCore.Inboxes;
using CustomerTouchpoints.AspNetCore.Tests.Shop;
using CustomerTouchpoints.Inbox;
using CustomerTouchpoints.Links;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Tests.Inboxes;

/// <summary>A shop whose customers have inboxes; who is signed in is what a header says.</summary>
internal sealed class InboxDesk : IAsyncDisposable
{
    private const string SignedIn = "X-Signed-In";
    private readonly ShopHost shop;

    private InboxDesk(ShopHost shop) => this.shop = shop;

    public ShopHost Shop => shop;

    public IInbox Inbox => shop.Services.GetRequiredService<IInbox>();

    public static async Task<InboxDesk> StartAsync(
        Action<TouchpointInboxOptions>? configure = null,
        string template = "---\nsubject: Your order\n---\nIt is on its way."
    ) =>
        new(
            await ShopHost.StartAsync(
                touchpoints => touchpoints.AddLifecycle<NoteLifecycle>().AddInbox().UseCustomers<Readers>(),
                app =>
                    app.MapTouchpointInbox(inbox =>
                    {
                        inbox.CustomerOf = http => http.Request.Headers[SignedIn] is [{ } id] ? new CustomerId(id) : default(CustomerId?);
                        configure?.Invoke(inbox);
                    }),
                template
            )
        );

    /// <summary>Writes to a customer, and waits until it is in their inbox.</summary>
    public async Task WriteAsync(string customer, int number = 1)
    {
        int before = await Inbox.CountUnreadAsync(customer);
        await shop.Touchpoints.RaiseAsync(
            new IncomingEvent
            {
                Journey = new JourneyId("note", $"{customer}-{number}"),
                Name = "written",
                Id = "1",
                Customer = customer,
            }
        );
        Assert.That(async () => await Inbox.CountUnreadAsync(customer), Is.GreaterThan(before).After(10).Seconds.PollEvery(20));
    }

    public string TokenOf(string customer) => shop.Links.Sign(LinkPurpose.Inbox, new LinkSubject { Customer = customer });

    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? token = null, string? signedIn = null)
    {
        var request = new HttpRequestMessage(method, $"/my/inbox/{path}");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Touchpoints-Inbox", token);
        }

        if (signedIn is not null)
        {
            request.Headers.Add(SignedIn, signedIn);
        }

        return shop.Client.SendAsync(request);
    }

    public async Task<JsonElement> ReadAsync(string path, string? token = null, string? signedIn = null)
    {
        HttpResponseMessage answer = await AskAsync(HttpMethod.Get, path, token, signedIn);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), path);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    private sealed class Readers : ICustomerDirectory
    {
        public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyCollection<Customer>>([
                .. ids.Select(id => new Customer
                {
                    Id = id,
                    Name = id.Value,
                    Addresses = new Dictionary<Channel, string> { [Channel.Inbox] = id.Value },
                }),
            ]);
    }
}
