using System.Globalization;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Desks;

/// <summary>A desk in virtual time, with the words of its people: it begins on a Monday at nine.</summary>
internal sealed class Desk(TouchpointsTestHost host) : IAsyncDisposable
{
    private int done;

    public TouchpointsTestHost Host { get; } = host;

    public IInquiries Inquiries { get; } = host.Services.GetRequiredService<IInquiries>();

    public static async Task<Desk> OpenAsync(Action<TouchpointsBuilder>? configure = null, Action<InquiryOptions>? limits = null) =>
        new(
            await TouchpointsTestHost.StartAsync<TwoChannelDesk>(touchpoints =>
            {
                touchpoints.AddInquiries(_ => new TwoChannelDesk(), limits);
                configure?.Invoke(touchpoints);
            })
        );

    /// <summary>Waits for what was begun, while the engine goes on at this instant.</summary>
    public Task<T> DoAsync<T>(Task<T> task) => Host.CompleteAsync(task);

    public Task<InquiryResult> AskAsync(
        JourneyId inquiry,
        string question,
        Channel? by = null,
        string customer = "ana",
        string? id = null
    ) =>
        DoAsync(
            Inquiries.AskAsync(
                inquiry,
                customer,
                new InquiryAsked
                {
                    Text = question,
                    Subject = "Where is it",
                    Channel = by ?? Channel.Email,
                    MessageId = "<first@ana.example>",
                },
                id ?? NextId()
            )
        );

    public Task<InquiryResult> ReadAsync(JourneyId inquiry, string by, string? id = null) =>
        DoAsync(Inquiries.ReadAsync(inquiry, new InquiryRead { By = by, Name = by }, id ?? NextId()));

    public async Task<InquiryResult> AnswerAsync(
        JourneyId inquiry,
        string text,
        string by = "eva",
        Author author = Author.Human,
        string? seen = null,
        string? id = null
    ) =>
        await DoAsync(
            Inquiries.AnswerAsync(
                inquiry,
                new InquiryAnswered
                {
                    Text = text,
                    By = by,
                    Author = author,
                    Seen = seen ?? (await GetAsync(inquiry)).LastMessage!,
                },
                id ?? NextId()
            )
        );

    public async Task<InquiryResult> AwaitCustomerAsync(JourneyId inquiry, string text, string by = "eva") =>
        await DoAsync(
            Inquiries.AwaitCustomerAsync(
                inquiry,
                new InquiryAwaitsCustomer
                {
                    Text = text,
                    By = by,
                    Seen = (await GetAsync(inquiry)).LastMessage!,
                },
                NextId()
            )
        );

    public Task<InquiryResult> WriteAsync(JourneyId inquiry, string text, string? id = null) =>
        DoAsync(Inquiries.CustomerWroteAsync(inquiry, new InquiryCustomerWrote { Text = text }, id ?? NextId()));

    public async Task<InquiryResult> ResolveAsync(JourneyId inquiry, string by = "eva", string? text = null) =>
        await DoAsync(
            Inquiries.ResolveAsync(
                inquiry,
                new InquiryResolved
                {
                    By = by,
                    Text = text,
                    Seen = (await GetAsync(inquiry)).LastMessage!,
                },
                NextId()
            )
        );

    public Task<InquiryResult> HandOverAsync(
        JourneyId inquiry,
        string by,
        string why,
        string? to = null,
        string? team = null,
        int tier = 1
    ) =>
        DoAsync(
            Inquiries.HandOverAsync(
                inquiry,
                new InquiryHandedOver
                {
                    By = by,
                    Why = why,
                    To = to,
                    Team = team,
                    Tier = tier,
                },
                NextId()
            )
        );

    public Task<InquiryResult> ReceiveAsync(InboundMessage message) => DoAsync(Inquiries.ReceiveAsync(message));

    public async Task<ConversationView> GetAsync(JourneyId inquiry) => (await Inquiries.GetAsync(inquiry))!;

    public async Task<string[]> OpenAsync(InquiryQuery query)
    {
        List<string> lines = [];
        await foreach (InquirySummary line in Inquiries.OpenAsync(query))
        {
            lines.Add(line.Inquiry.Key);
        }

        return [.. lines];
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"deed-{++done}");
}
