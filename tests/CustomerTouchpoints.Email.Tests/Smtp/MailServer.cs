using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Email.Tests.Smtp;

/// <summary>
/// A real mail server, Exim, in a folder and on a port of its own: STARTTLS, AUTH LOGIN, delivery into one maildir. It puts off mail for
/// <c>later@</c>, refuses <c>nobody@</c>, and refuses messages with "spam" in their subject.
/// </summary>
internal sealed partial class MailServer : IDisposable
{
    /// <summary>The one login that <c>exim.conf</c> knows.</summary>
    public const string UserName = "lumen";

    public const string Password = "s3cret pass:word";

    /// <summary>The one access token.</summary>
    public const string Token = "t0ken";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder folder = new();
    private readonly Process process;
    private readonly bool fromTheFirstByte;

    /// <summary>Starts the server.</summary>
    /// <param name="tls">Whether it offers STARTTLS.</param>
    /// <param name="login">Whether it offers AUTH LOGIN and XOAUTH2 over TLS, and takes mail only after one of them.</param>
    /// <param name="fromTheFirstByte">Whether TLS begins with the first byte.</param>
    public MailServer(bool tls = true, bool login = true, bool fromTheFirstByte = false)
    {
        this.fromTheFirstByte = fromTheFirstByte;
        IsSecure = tls;
        foreach (string name in (string[])["spool", "log", "mail"])
        {
            Open(Directory.CreateDirectory(folder[name]).FullName);
        }

        Open(folder.Path);
        Port = FreePort();
        Certificate = MakeCertificate();
        File.WriteAllText(folder["cert.pem"], Certificate.ExportCertificatePem());
        File.WriteAllText(folder["key.pem"], Certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());

        File.WriteAllText(folder["exim.conf"], Configuration(tls, login));
        process =
            Process.Start(new ProcessStartInfo("/usr/sbin/exim4", ["-C", folder["exim.conf"], "-bdf"]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("exim4 did not start.");
        try
        {
            WaitUntil(Answers, "the mail server to answer");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int Port { get; }

    public bool IsSecure { get; }

    /// <summary>Its certificate, for localhost, which nobody trusts by nature.</summary>
    public X509Certificate2 Certificate { get; }

    public string CertificateFile => folder["cert.pem"];

    /// <summary>The Message-IDs that it has accepted, in order. A message is in here before the client hears of it.</summary>
    public IReadOnlyList<string> Accepted =>
        File.Exists(folder["log/main"])
            ? [.. Arrival().Matches(File.ReadAllText(folder["log/main"])).Select(match => match.Groups["id"].Value)]
            : [];

    /// <summary>Where it leaves what it has accepted.</summary>
    public string Inbox => folder["mail/new"];

    /// <summary>
    /// Waits until as many messages lie in the maildir, and gives their bytes, with line ends as on the wire.
    /// </summary>
    public IReadOnlyList<byte[]> Delivered(int count)
    {
        string inbox = folder["mail/new"];
        WaitUntil(() => Directory.Exists(inbox) && Directory.GetFiles(inbox).Length >= count, $"{count} messages to be delivered");
        return
        [
            .. Directory
                .GetFiles(inbox)
                .Select(file =>
                    Encoding.Latin1.GetBytes(File.ReadAllText(file, Encoding.Latin1).Replace("\n", "\r\n", StringComparison.Ordinal))
                ),
        ];
    }

    /// <summary>
    /// Waits until everything that it has accepted, or answers by itself, is delivered; gives how many messages that were.
    /// </summary>
    public int WaitForRest()
    {
        int Count(string word) => File.ReadAllText(folder["log/main"]).Split(word).Length - 1;
        WaitUntil(() => Count(" <= ") == Count(" Completed\n"), "everything to be delivered");
        return Count(" Completed\n");
    }

    /// <summary>Waits until the sessions that it is in have ended, each served by a process of its own.</summary>
    public void Settle()
    {
        string children = $"/proc/{process.Id}/task/{process.Id}/children";
        WaitUntil(() => string.IsNullOrWhiteSpace(File.ReadAllText(children)), "the sessions to end");
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit(Patience);
        process.Dispose();

        // Processes that deliver are nobody's children: they still write for a moment.
        WaitUntil(FolderIsGone, "the last deliveries to end");
    }

    public static void WaitUntil(Func<bool> there, string what)
    {
        long start = Stopwatch.GetTimestamp();
        while (!there())
        {
            Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(Patience), $"Waited in vain for {what}.");
            Task.Delay(10).Wait();
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private bool FolderIsGone()
    {
        try
        {
            folder.Dispose();
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Lets Exim in, which as root delivers as the user mail.</summary>
    private static void Open(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32("777", 8));
        }
    }

    private bool Answers()
    {
        Assert.That(process.HasExited, Is.False, () => $"exim4 ended: {process.StandardError.ReadToEnd()}");
        try
        {
            using var client = new TcpClient("127.0.0.1", Port);
            return fromTheFirstByte || client.GetStream().ReadByte() == '2';
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A certificate for localhost.</summary>
    public static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }

    private string Configuration(bool tls, bool login)
    {
        string me = File.ReadAllText("/proc/self/status");
        string user = UserId().Match(me).Groups["id"].Value;
        string?[] macros =
        [
            $"BASE = {folder.Path}",
            $"PORT = {Port}",
            $"RUN_UID = {user}",
            $"RUN_GID = {GroupId().Match(me).Groups["id"].Value}",
            user == "0" ? "AS_ROOT = yes" : null,
            tls ? "WITH_TLS = yes" : null,
            login ? "WITH_AUTH = yes" : null,
            fromTheFirstByte ? "FROM_THE_FIRST_BYTE = yes" : null,
        ];
        return string.Join('\n', macros.Where(macro => macro is not null))
            + "\n"
            + File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Smtp", "exim.conf"));
    }

    [GeneratedRegex(@" <= .* id=(?<id>\S+)")]
    private static partial Regex Arrival();

    [GeneratedRegex(@"^Uid:\s+(?<id>\d+)", RegexOptions.Multiline)]
    private static partial Regex UserId();

    [GeneratedRegex(@"^Gid:\s+(?<id>\d+)", RegexOptions.Multiline)]
    private static partial Regex GroupId();
}
