using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using CustomerTouchpoints.Email.Mailboxes;
using CustomerTouchpoints.Email.Tests.Smtp;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace CustomerTouchpoints.Email.Tests.Mailboxes;

/// <summary>
/// A real IMAP server, Dovecot, in a folder and on ports of its own, with one mailbox. As root it serves it as the user mail.
/// </summary>
internal sealed class DovecotServer : IDisposable
{
    public const string UserName = "lumen";
    public const string Password = "s3cret-pass";

    private readonly TemporaryFolder folder = new();
    private Process? process;

    public DovecotServer()
    {
        foreach (string name in (string[])["run", "state", "home", "mail"])
        {
            Open(Directory.CreateDirectory(folder[name]).FullName);
        }

        Open(folder.Path);
        (Port, TlsPort) = (MailServer.FreePort(), MailServer.FreePort());
        Certificate = MailServer.MakeCertificate();
        File.WriteAllText(folder["cert.pem"], Certificate.ExportCertificatePem());
        File.WriteAllText(folder["key.pem"], Certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(folder["users"], $"{UserName}:{Password}::::::\n");
        File.WriteAllText(folder["dovecot.conf"], Configuration());
        Start();
    }

    /// <summary>Where IMAP begins in clear text, with STARTTLS.</summary>
    public int Port { get; }

    /// <summary>Where TLS begins with the first byte.</summary>
    public int TlsPort { get; }

    public X509Certificate2 Certificate { get; }

    public ImapOptions Options =>
        new()
        {
            Host = "localhost",
            Port = Port,
            RequireTls = false,
            UserName = UserName,
            Password = Password,
        };

    /// <summary>Starts it, also again after <see cref="Stop"/>.</summary>
    public void Start()
    {
        process =
            Process.Start(new ProcessStartInfo("/usr/sbin/dovecot", ["-F", "-c", folder["dovecot.conf"]]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("dovecot did not start.");
        try
        {
            MailServer.WaitUntil(Answers, "the IMAP server to answer");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Stop()
    {
        if (process is { } running)
        {
            process = null;
            running.Kill(entireProcessTree: true);
            running.WaitForExit(TimeSpan.FromSeconds(60));
            running.Dispose();
        }
    }

    /// <summary>Puts a mail into the mailbox, as a delivery does.</summary>
    public void Deliver(string mail)
    {
        using ImapClient client = Client();
        using MimeKit.MimeMessage message = Bounces.SomeMail.Of(mail);
        client.Inbox!.Append(message);
        client.Disconnect(quit: true);
    }

    /// <summary>The subjects of the mails of a folder, each with its keywords and whether it was read or flagged.</summary>
    public string[] Mails(string name = "INBOX")
    {
        using ImapClient client = Client();
        IMailFolder mails = name == "INBOX" ? client.Inbox! : client.GetFolder(name);
        mails.Open(FolderAccess.ReadOnly);
        return
        [
            .. mails
                .Fetch(0, -1, MessageSummaryItems.Envelope | MessageSummaryItems.Flags)
                .Select(mail =>
                    string.Join(
                        ' ',
                        new[] { mail.Envelope!.Subject }
                            .Concat(mail.Keywords.Order(StringComparer.Ordinal))
                            .Append((mail.Flags & (MessageFlags.Seen | MessageFlags.Flagged)).ToString())
                    )
                ),
        ];
    }

    public void Dispose()
    {
        Stop();
        MailServer.WaitUntil(FolderIsGone, "the last processes to end");
    }

    private static void Open(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32("777", 8));
        }
    }

    private ImapClient Client()
    {
        ImapClient client = new();
        client.Connect("localhost", Port, SecureSocketOptions.None);
        client.Authenticate(UserName, Password);
        return client;
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

    private bool Answers()
    {
        Assert.That(process!.HasExited, Is.False, () => $"dovecot ended: {process.StandardError.ReadToEnd()}{Log()}");
        try
        {
            using var client = new TcpClient("127.0.0.1", Port);
            return client.GetStream().ReadByte() == '*';
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return false;
        }
    }

    private string Log() => File.Exists(folder["dovecot.log"]) ? File.ReadAllText(folder["dovecot.log"]) : "";

    /// <summary>The group that this process runs as.</summary>
    private static string GroupName()
    {
        string id = File.ReadLines("/proc/self/status").First(line => line.StartsWith("Gid:", StringComparison.Ordinal)).Split('\t')[1];
        return File.ReadLines("/etc/group").Select(line => line.Split(':')).First(group => group[2] == id)[0];
    }

    private string Configuration()
    {
        bool isRoot = Environment.IsPrivilegedProcess;
        string me = Environment.UserName;
        Dictionary<string, string> values = new(StringComparer.Ordinal)
        {
            ["BASE"] = folder.Path,
            ["PORT"] = Port.ToString(CultureInfo.InvariantCulture),
            ["TLSPORT"] = TlsPort.ToString(CultureInfo.InvariantCulture),
            ["USER"] = isRoot ? "dovecot" : me,
            ["GROUP"] = isRoot ? "dovecot" : GroupName(),
            ["LOGIN"] = isRoot ? "dovenull" : me,
            ["MAIL"] = isRoot ? "mail" : me,
            ["MAILGROUP"] = isRoot ? "mail" : GroupName(),
        };
        return values.Aggregate(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Mailboxes", "dovecot.conf")),
            (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal)
        );
    }
}
