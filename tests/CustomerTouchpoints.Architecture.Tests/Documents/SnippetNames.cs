namespace CustomerTouchpoints.Architecture.Tests.Documents;

/// <summary>What the pages' C# takes for granted: usings, the shop of which the examples tell, and the names around a snippet.</summary>
internal static class SnippetNames
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using CustomerTouchpoints;
        global using CustomerTouchpoints.Channels;
        global using CustomerTouchpoints.Customers;
        global using CustomerTouchpoints.Delivery;
        global using CustomerTouchpoints.Diagnostics;
        global using CustomerTouchpoints.Email;
        global using CustomerTouchpoints.Email.Attachments;
        global using CustomerTouchpoints.Email.Bounces;
        global using CustomerTouchpoints.Email.Mailboxes;
        global using CustomerTouchpoints.Email.Signing;
        global using CustomerTouchpoints.Email.Smtp;
        global using CustomerTouchpoints.Engine;
        global using CustomerTouchpoints.Feedback;
        global using CustomerTouchpoints.Http.Chat;
        global using CustomerTouchpoints.Http.Push;
        global using CustomerTouchpoints.Http.Receipts;
        global using CustomerTouchpoints.Http.Sms;
        global using CustomerTouchpoints.Http.Webhooks;
        global using CustomerTouchpoints.Inbox;
        global using CustomerTouchpoints.Inquiries;
        global using CustomerTouchpoints.Knowledge;
        global using CustomerTouchpoints.Knowledge.Articles;
        global using CustomerTouchpoints.Knowledge.Meaning;
        global using CustomerTouchpoints.Knowledge.Searching;
        global using CustomerTouchpoints.Lifecycles;
        global using CustomerTouchpoints.Lifecycles.Carts;
        global using CustomerTouchpoints.Lifecycles.Deliveries;
        global using CustomerTouchpoints.Lifecycles.ECards;
        global using CustomerTouchpoints.Lifecycles.Guides;
        global using CustomerTouchpoints.Lifecycles.OptIn;
        global using CustomerTouchpoints.Lifecycles.Reengagement;
        global using CustomerTouchpoints.Lifecycles.Returns;
        global using CustomerTouchpoints.Links;
        global using CustomerTouchpoints.Messages;
        global using CustomerTouchpoints.Operations;
        global using CustomerTouchpoints.PostgreSql;
        global using CustomerTouchpoints.PostgreSql.Reports;
        global using CustomerTouchpoints.Reading;
        global using CustomerTouchpoints.Reasons;
        global using CustomerTouchpoints.Responses;
        global using CustomerTouchpoints.Sqlite;
        global using CustomerTouchpoints.Storage;
        global using CustomerTouchpoints.Testing;
        global using CustomerTouchpoints.Testing.Contracts;
        global using CustomerTouchpoints.Touchpoints;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.DependencyInjection.Extensions;
        global using Microsoft.Extensions.Hosting;
        global using NUnit.Framework;
        global using TheShop;
        global using MyStore = CustomerTouchpoints.Storage.InMemoryTouchpointStore;
        """;

    public const string Shop = """
        #nullable enable
        namespace TheShop;

        [Event("order.placed")] public sealed record OrderPlaced(string Number);
        [Event("order.cancelled")] public sealed record OrderCancelled;
        [Event("payment.accepted")] public sealed record PaymentAccepted;
        [Event("parcel.packed")] public sealed record ParcelPacked;
        [Event("parcel.shipped")] public sealed record ParcelShipped(string Carrier, Uri TrackingUrl);
        [Event("parcel.delivered")] public sealed record ParcelDelivered;
        [Event("message.received")] public sealed record MessageReceived;
        [Event("answer.sent")] public sealed record AnswerSent(Author Author, bool IsNote);
        [Event("priority.changed")] public sealed record PriorityChanged(string Priority);

        public class OrderLifecycle() : Lifecycle("order", version: 2) { protected override void Define(LifecycleBuilder order) { } }
        public class OrderLifecycleV1() : Lifecycle("order", version: 1) { protected override void Define(LifecycleBuilder order) { } }

        public sealed class ShopCustomers : ICustomerDirectory
        {
            public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken token) => null!;
        }

        public sealed class PigeonSender(TimeProvider time) : IChannelSender
        {
            public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken token) => throw new Exception(time.ToString());
        }

        public sealed class NimbusSender : IChannelSender
        {
            public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken token) => null!;
        }

        public sealed class StratusSender : IChannelSender
        {
            public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken token) => null!;
        }

        public sealed class ProviderTransport : IEmailTransport
        {
            public Task<SendResult> SendAsync(EmailMessage message, CancellationToken token) => null!;
        }

        public sealed class MyEngine : ITemplateEngine
        {
            public string FileExtension => "";
            public ITemplate Compile(TemplateSource source) => null!;
        }

        public sealed class Dashboard : ITouchpointObserver
        {
            public Task ObserveAsync(IReadOnlyList<TouchpointNotice> notices, CancellationToken token) => null!;
        }

        public sealed class AddressBook { public ValueTask<CustomerId?> FindAsync(string address, CancellationToken token) => default; }
        public sealed record Token(string Text) { public string Value => Text; }
        public sealed class Credential
        {
            public Task<(string Token, int Age)> GetTokenAsync(string[] scopes, CancellationToken _) => null!;
        }
        public sealed class Invoices { public ValueTask<Stream> OpenAsync(JourneyId journey, CancellationToken token) => default; }
        public sealed class Tokens
        {
            public string For(CustomerId customer) => "";
            public Task<IReadOnlyList<string>> OfAsync(CustomerId customer, CancellationToken token) => null!;
        }
        /// <summary>As OpenTelemetry names it.</summary>
        public sealed class Telemetry
        {
            public Telemetry WithMetrics(Action<Telemetry> configure) => this;
            public Telemetry WithTracing(Action<Telemetry> configure) => this;
            public Telemetry AddMeter(string name) => this;
            public Telemetry AddSource(string name) => this;
        }

        public sealed class PigeonKeys { public bool HasSigned(ReadOnlySpan<byte> body, string? signature) => false; }
        public sealed class Subscriptions { public Task DeleteAsync(CustomerId customer, Uri endpoint, CancellationToken token) => null!; }
        public sealed record Found(string Reference);
        public sealed class Gateway
        {
            public bool LogIsComplete => true;
            public Task<Found?> FindAsync(string id, CancellationToken token) => null!;
        }
        """;

    /// <summary>Where a snippet may stand; <c>…</c> is its place.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        "…",
        """
            public static class Configuring
            {
                private static readonly Credential credential = new();
                private static readonly string[] scopes = [];
                private static readonly Invoices invoices = new();
                private static readonly Tokens tokens = new();
                private static readonly Subscriptions subscriptions = new();
                private static readonly AddressBook addresses = new();
                private static readonly byte[] calendar = [], map = [];

                public static async Task RunAsync(HostApplicationBuilder builder, IServiceCollection services,
                    TouchpointsBuilder touchpoints, IConfiguration configuration,
                    EmailOptions email, SmtpOptions smtp, IEnumerable<KeyValuePair<string, string>> headers)
                {
                    await Task.CompletedTask;
                    …
                }
            }
            """,
        """
            public static class Serving
            {
                public static async Task RunAsync(WebApplicationBuilder builder, IConfiguration configuration, IServiceProvider services,
                    ICustomerTouchpoints touchpoints, string token)
                {
                    await Task.CompletedTask;
                    …
                }
            }
            """,
        """
            public static class Chaining
            {
                public static object Run(TouchpointsBuilder touchpoints) => touchpoints
                    …
                    ;
            }
            """,
        """
            public static class Receiving
            {
                public static async Task<int> RunAsync(ICustomerTouchpoints touchpoints, JourneyId journey, string[] secrets, byte[] body,
                    string id, string timestamp, string signature, string token, string url, KeyValuePair<string, string>[] form)
                {
                    await Task.CompletedTask;
                    …
                    return 200;
                }
            }
            """,
        """
            public static class Measuring
            {
                public static object Run(Telemetry telemetry) => telemetry
                    …
                    ;
            }
            """,
        """
            public static class Running
            {
                public static async Task RunAsync(IServiceProvider services, ICustomerTouchpoints touchpoints, IInquiries inquiries,
                    IFeedback feedback, string token, DateTimeOffset since,
                    BusinessCalendar bank,
                    DateTimeOffset askedAt, DateTimeOffset answeredAt, TouchpointsTestHost host, RaiseResult placed)
                {
                    await Task.CompletedTask;
                    …
                }
            }
            """,
        """
            public static class Reading
            {
                public static void Run(RaiseResult result)
                {
                    …
                }
            }
            """,
        """
            public sealed class Defining() : Lifecycle("question", version: 1)
            {
                private static readonly State WithCustomer = new("a"), InWork = new("b");
                private static readonly State Shipped = new("c"), Prepared = new("d"), Delivered = new("e");
                private static readonly BusinessCalendar SupportHours = BusinessCalendar.AlwaysOpen;

                protected override void Define(LifecycleBuilder question)
                {
                    LifecycleBuilder order = question;
                    …
                }
            }
            """,
        """
            public sealed class Declaring
            {
                private static readonly Gateway gateway = new();

                …
            }
            """,
    ];
}
