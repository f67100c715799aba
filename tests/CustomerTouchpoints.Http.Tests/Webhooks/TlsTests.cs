using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CustomerTouchpoints.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Http.Tests.Webhooks;

/// <summary>Kestrel under TLS, reached by an address that was checked, under the name that was asked for.</summary>
public sealed class TlsTests
{
    private const string Name = "hooks.partner.example";

    private readonly X509Certificate2 certificate = NewCertificate(Name);
    private readonly List<(string? Sni, string Host)> seen = [];
    private WebApplication server = null!;
    private int port;

    [OneTimeSetUp]
    public async Task Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        string? sni = null;
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                    listen.UseHttps(https =>
                        https.ServerCertificateSelector = (_, name) =>
                        {
                            sni = name;
                            return certificate;
                        }
                    )
            )
        );
        server = builder.Build();
        server.MapPost(
            "/hook",
            (HttpContext context) =>
            {
                seen.Add((sni, context.Request.Host.Host));
                return Results.Ok();
            }
        );
        await server.StartAsync();
        string address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        port = new Uri(address).Port;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await server.DisposeAsync();
        certificate.Dispose();
    }

    [Test]
    public async Task TLS_and_the_Host_header_have_the_name_and_the_connection_the_checked_address()
    {
        using Webhook webhook = new(resolve: Loopback, trusted: [certificate]);

        SendResult result = await webhook.Sender.SendAsync(Some.Message($"https://{Name}:{port}/hook"), CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent), result.Reason);
        Assert.That(seen, Is.EqualTo([(Name, Name)]));
    }

    [Test]
    public async Task A_certificate_of_another_name_or_authority_gets_nothing()
    {
        using Webhook untrusting = new(resolve: Loopback);
        using Webhook elsewhere = new(resolve: Loopback, trusted: [certificate]);

        SendResult untrusted = await untrusting.Sender.SendAsync(Some.Message($"https://{Name}:{port}/hook"), CancellationToken.None);
        SendResult misnamed = await elsewhere.Sender.SendAsync(Some.Message($"https://www.{Name}:{port}/hook"), CancellationToken.None);

        Assert.That((untrusted.Outcome, misnamed.Outcome), Is.EqualTo((SendOutcome.TemporaryFailure, SendOutcome.TemporaryFailure)));
        Assert.That(untrusted.Reason, Does.StartWith("TLS with the other side failed"));
    }

    private static Task<IPAddress[]> Loopback(string name, CancellationToken cancellationToken) =>
        Task.FromResult<IPAddress[]>([IPAddress.Loopback]);

    private static X509Certificate2 NewCertificate(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
