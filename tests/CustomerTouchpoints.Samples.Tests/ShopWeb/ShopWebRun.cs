using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Samples.Tests.ShopWeb;

/// <summary>The shop on the web as a process of its own, and somebody's browser before it.</summary>
internal sealed partial class ShopWebRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process process;
    private readonly HttpClient client;

    private ShopWebRun(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>What it printed until the shop was open.</summary>
    public IReadOnlyList<string> Printed { get; private init; } = [];

    public static async Task<ShopWebRun> StartAsync(string folder, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (
            string argument in (string[])[Repository.BinaryOf("ShopWeb"), "--out", folder, "--urls", address.OriginalString, .. arguments]
        )
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var printed = new List<string>();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                printed.Add(line);
                if (line.StartsWith("All that it knows", StringComparison.Ordinal))
                {
                    return new ShopWebRun(process, address) { Printed = printed };
                }
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        throw new AssertionException($"The shop did not open. It printed: {string.Join('\n', printed)}");
    }

    /// <summary>Comes in as a customer, a representative or an operator.</summary>
    public Task<string> SignInAsync(string role) => SendAsync("/sign-in", "/sign-in", ("role", role));

    public async Task<string> PageAsync(string path)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative));
        string html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{path}: {html}");
        return WebUtility.HtmlDecode(html);
    }

    /// <summary>Looks at a page again and again until it says something, as somebody does who waits for a mail.</summary>
    public async Task<string> UntilAsync(string path, string says)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var turn = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        string html;
        while (!(html = await PageAsync(path)).Contains(says, StringComparison.Ordinal))
        {
            await turn.WaitForNextTickAsync(patience.Token);
        }

        return html;
    }

    /// <summary>Sends a form with the token of a page, and gives the page that it leads to.</summary>
    public async Task<string> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        string token = TokenField().Match(await PageAsync(page)).Groups["token"].Value;
        using var content = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))
        );
        using HttpResponseMessage response = await client.PostAsync(new Uri(action, UriKind.Relative), content);
        string html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{action}: {html}");
        return $"{response.RequestMessage!.RequestUri!.PathAndQuery}\n{WebUtility.HtmlDecode(html)}";
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenField();
}
