using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine;
using HandlebarsDotNet;
using Microsoft.Extensions.DependencyInjection;
using OrderStory.Shop;

namespace CustomerTouchpoints.Load.ByHand;

/// <summary>
/// The same mails by Handlebars.Net, as a user would render them: for each a template of the subject, the preview, the text and the HTML,
/// compiled once; for each mail the data is read, the values are put into words, and the templates are filled, escaped where they are HTML.
/// </summary>
/// <remarks>
/// The templates are made of what the library sends for a sample order, with names where the sample's values stand: both sides send the
/// same, however the library's layout changes. Tables are written out, which is cheaper for the hand than a loop.
/// </remarks>
internal sealed class OrderMail
{
    private const string SampleKey = "1042-sample";
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
    private readonly Dictionary<string, Templates> mails = [];

    private OrderMail() { }

    /// <summary>Makes the templates and compiles them.</summary>
    /// <exception cref="InvalidOperationException">A template filled with the sample is not what the library sends for it.</exception>
    public static async Task<OrderMail> CompileAsync()
    {
        var mail = new OrderMail();
        Dictionary<string, string> sample = Values(SampleKey, Sample());
        IHandlebars handlebars = Handlebars.Create();
        foreach ((string template, MessageContent content) in await SentAsync())
        {
            var compiled = new Templates(
                handlebars.Compile(MailTemplate.Of(content.Subject, sample, isHtml: false)),
                handlebars.Compile(MailTemplate.Of(content.Preheader, sample, isHtml: false)),
                handlebars.Compile(MailTemplate.Of(content.Text, sample, isHtml: false)),
                handlebars.Compile(MailTemplate.Of(content.Html!, sample, isHtml: true))
            );
            mail.mails[template] = compiled;
            MessageContent again = compiled.Fill(sample);
            if (
                again.Subject != content.Subject
                || again.Preheader != content.Preheader
                || again.Text != content.Text
                || Read(again.Html!) != Read(content.Html!)
            )
            {
                throw new InvalidOperationException(
                    $"By hand, the mail {template} is not what the library sends:\n{again.Html}\n{again.Text}"
                );
            }
        }

        return mail;
    }

    public MessageContent Render(string template, int order, string data)
    {
        using JsonDocument all = JsonDocument.Parse(data);
        return mails[template].Fill(Values(order.ToString(CultureInfo.InvariantCulture), all.RootElement));
    }

    /// <summary>What the library sends for the sample, by template.</summary>
    private static async Task<IReadOnlyDictionary<string, MessageContent>> SentAsync()
    {
        var sent = new ConcurrentDictionary<string, MessageContent>();
        await using ServiceProvider services = new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints
                    .AddLifecycle<OrderLifecycle>()
                    .UseCustomers(new Buyers())
                    .AddTemplates("Messages")
                    .UseBrand(LumenCameras.Describe)
                    .AddChannel(Channel.Email, _ => new Catcher(sent))
                    .UseInMemoryStore()
            )
            .Configure<TouchpointsOptions>(options => options.RunWorkers = false)
            .BuildServiceProvider();
        TouchpointsEngine engine = services.GetRequiredService<TouchpointsEngine>();
        ICustomerTouchpoints touchpoints = services.GetRequiredService<ICustomerTouchpoints>();
        var journey = new JourneyId("order", SampleKey);
        for (int step = 0; step < Story.Steps; step++)
        {
            Task<RaiseResult> raising = step switch
            {
                0 => touchpoints.RaiseAsync(journey, Story.Placed, "0", customer: Buyers.Of(0)),
                1 => touchpoints.RaiseAsync(journey, Story.Paid, "1"),
                2 => touchpoints.RaiseAsync(journey, Story.Packed, "2"),
                3 => touchpoints.RaiseAsync(journey, Story.Shipped, "3"),
                _ => touchpoints.RaiseAsync(journey, Story.Delivered, "4"),
            };
            await engine.DrainAsync();
            await raising;
        }

        return sent;
    }

    private static JsonElement Sample()
    {
        var all = new JsonObject();
        foreach (object data in (object[])[Story.Placed, Story.Paid, Story.Packed, Story.Shipped, Story.Delivered])
        {
            foreach ((string name, JsonNode? value) in JsonSerializer.SerializeToNode(data, JsonSerializerOptions.Web)!.AsObject())
            {
                all[name] = value?.DeepClone();
            }
        }

        return JsonSerializer.SerializeToElement(all);
    }

    /// <summary>The values that vary, in words, by name.</summary>
    private static Dictionary<string, string> Values(string key, JsonElement data)
    {
        var values = new Dictionary<string, string> { ["key"] = key, ["name"] = "Ana Rossi" };
        if (data.TryGetProperty("total", out JsonElement total))
        {
            values["total"] = Money(total);
        }

        if (data.TryGetProperty("items", out JsonElement items))
        {
            int i = 0;
            foreach (JsonElement item in items.EnumerateArray())
            {
                values[$"item{i}"] = item.GetProperty("name").GetString()!;
                values[$"price{i++}"] = Money(item.GetProperty("price"));
            }
        }

        foreach (string name in (string[])["paidWith", "packedBy", "carrier", "tracking", "takenInBy"])
        {
            if (data.TryGetProperty(name, out JsonElement value))
            {
                values[name] = value.GetString()!;
            }
        }

        if (data.TryGetProperty("leavesBy", out JsonElement leaves))
        {
            values["leavesBy"] = Day(leaves.GetDateTime());
        }

        if (data.TryGetProperty("arrival", out JsonElement arrival))
        {
            values["arrival"] = Day(TimeZoneInfo.ConvertTime(arrival.GetDateTimeOffset(), Rome).DateTime);
        }

        return values;
    }

    /// <summary>Handlebars.Net encodes more characters than are needed; a reader sees the same.</summary>
    private static string Read(string html) => WebUtility.HtmlDecode(html);

    private static string Day(DateTime day) => day.ToString("dddd, MMMM d", English);

    private static string Money(JsonElement money) =>
        string.Create(
            English,
            $"{(money.GetProperty("currency").GetString() == "EUR" ? "€" : "")}{money.GetProperty("amount").GetDecimal():N2}"
        );

    private sealed record Templates(
        HandlebarsTemplate<object, object> Subject,
        HandlebarsTemplate<object, object> Preview,
        HandlebarsTemplate<object, object> Text,
        HandlebarsTemplate<object, object> Html
    )
    {
        public MessageContent Fill(Dictionary<string, string> values) =>
            new()
            {
                Subject = Subject(values),
                Preheader = Preview(values),
                Text = Text(values),
                Html = Html(values),
            };
    }

    private sealed class Catcher(ConcurrentDictionary<string, MessageContent> sent) : IChannelSender
    {
        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            sent[message.Touchpoint.Rule] = message.Content;
            return Task.FromResult(SendResult.Sent());
        }
    }
}
