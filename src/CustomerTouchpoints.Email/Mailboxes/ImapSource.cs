using System.Globalization;
using System.Net;
using CustomerTouchpoints.Email.Smtp;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>A folder on a server that speaks IMAP. One connection, made when it is needed, and kept with IDLE.</summary>
/// <remarks>For one loop at a time. No protocol is logged: a password would be in it.</remarks>
internal sealed class ImapSource(string name, ImapOptions options, TimeProvider time) : IMailSource
{
    public const string DoneKeyword = "$TouchpointsDone";
    public const string AsideKeyword = "$TouchpointsAside";

    /// <summary>A server may close what idles for half an hour (RFC 2177).</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);

    private readonly CertificateTrust trust = new(nameof(ImapOptions), options.Host, options.TrustedCertificates, false);

    private ImapClient? client;
    private IMailFolder? folder;
    private volatile bool hasNews;
    private volatile CancellationTokenSource? idling;

    public string Name => name;

    /// <summary>What is wrong with the server's certificate, if that is why there is no connection.</summary>
    public string? CertificateFault { get; private set; }

    public async Task<IReadOnlyList<MailEntry>> ListAsync(IReadOnlySet<string> except, int most, CancellationToken cancellationToken)
    {
        IMailFolder open = await OpenFolderAsync(cancellationToken).ConfigureAwait(false);

        // A search sees what the server has told this connection of: it tells what is new when it is asked for nothing.
        await client!.NoOpAsync(cancellationToken).ConfigureAwait(false);
        hasNews = false;
        SearchQuery waiting = KeepsKeywords(open)
            ? SearchQuery.NotDeleted.And(SearchQuery.NotKeyword(DoneKeyword)).And(SearchQuery.NotKeyword(AsideKeyword))
            : SearchQuery.NotDeleted.And(SearchQuery.NotSeen).And(SearchQuery.NotFlagged);
        IList<UniqueId> found = await open.SearchAsync(waiting, cancellationToken).ConfigureAwait(false);
        UniqueId[] taken = [.. found.Where(id => !except.Contains(IdOf(open, id))).Take(most)];
        if (taken.Length == 0)
        {
            return [];
        }

        IList<IMessageSummary> summaries = await open.FetchAsync(
                taken,
                new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate),
                cancellationToken
            )
            .ConfigureAwait(false);
        return
        [
            .. summaries.Select(mail => new MailEntry(IdOf(open, mail.UniqueId), mail.Size ?? 0, mail.InternalDate?.ToUniversalTime())),
        ];
    }

    public async Task<Stream?> OpenAsync(MailEntry mail, CancellationToken cancellationToken)
    {
        IMailFolder open = await OpenFolderAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return UidOf(open, mail) is { } uid ? await open.GetStreamAsync(uid, "", cancellationToken).ConfigureAwait(false) : null;
        }
        catch (MessageNotFoundException)
        {
            return null;
        }
    }

    public Task DoneAsync(MailEntry mail, CancellationToken cancellationToken) =>
        MarkAsync(mail, options.DoneFolder, MessageFlags.Seen, DoneKeyword, cancellationToken);

    public Task SetAsideAsync(MailEntry mail, string reason, CancellationToken cancellationToken) =>
        MarkAsync(mail, options.AsideFolder, MessageFlags.Flagged, AsideKeyword, cancellationToken);

    public async Task WaitAsync(TimeSpan poll, TimeSpan? most, CancellationToken cancellationToken)
    {
        if (client is not { IsConnected: true } connected || !connected.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(most < poll ? most.Value : poll, time, cancellationToken).ConfigureAwait(false);
            return;
        }

        // What has come while we were busy was said already, and would not be said again.
        using var done = new CancellationTokenSource(most < LongestIdle ? most.Value : LongestIdle, time);
        idling = done;
        try
        {
            if (!hasNews)
            {
                await connected.IdleAsync(done.Token, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            idling = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client is { } connected)
        {
            client = null;
            folder = null;
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
                await connected.DisconnectAsync(quit: true, patience.Token).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // It ends in any case.
            catch (Exception)
#pragma warning restore CA1031
            {
                // The line may be gone already.
            }

            connected.Dispose();
        }
    }

    private async Task MarkAsync(MailEntry mail, string? target, MessageFlags flags, string keyword, CancellationToken cancellationToken)
    {
        IMailFolder open = await OpenFolderAsync(cancellationToken).ConfigureAwait(false);
        if (UidOf(open, mail) is not { } uid)
        {
            return;
        }

        if (target is not null)
        {
            IMailFolder there = await FolderAsync(target, cancellationToken).ConfigureAwait(false);
            await open.MoveToAsync(uid, there, cancellationToken).ConfigureAwait(false);
            return;
        }

        var store = KeepsKeywords(open)
            ? new StoreFlagsRequest(StoreAction.Add, flags, new HashSet<string>(StringComparer.Ordinal) { keyword })
            : new StoreFlagsRequest(StoreAction.Add, flags);
        store.Silent = true;
        await open.StoreAsync(uid, store, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IMailFolder> OpenFolderAsync(CancellationToken cancellationToken)
    {
        if (client is { IsConnected: true, IsAuthenticated: true } && folder is { IsOpen: true } open)
        {
            return open;
        }

        await DisposeAsync().ConfigureAwait(false);
        ImapClient connecting = new() { CheckCertificateRevocation = false, Timeout = (int)options.Timeout.TotalMilliseconds };
        connecting.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
            (CertificateFault = ServerCertificate.Fault(certificate, chain, errors, trust)) is null;
        try
        {
            SecureSocketOptions security =
                !options.RequireTls ? SecureSocketOptions.None
                : options.ImplicitTls ?? options.Port == 993 ? SecureSocketOptions.SslOnConnect
                : SecureSocketOptions.StartTls;
            await connecting.ConnectAsync(options.Host, options.Port, security, cancellationToken).ConfigureAwait(false);
            await LogInAsync(connecting, cancellationToken).ConfigureAwait(false);
            client = connecting;
            folder = await FolderAsync(options.Folder, cancellationToken).ConfigureAwait(false);
            folder.CountChanged += (_, _) => News();
            await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken).ConfigureAwait(false);
            return folder;
        }
        catch
        {
            client = null;
            folder = null;
            connecting.Dispose();
            throw;
        }
    }

    private async Task LogInAsync(ImapClient connecting, CancellationToken cancellationToken)
    {
        if (options.AccessToken is { } ask)
        {
            string token = await ask(cancellationToken).ConfigureAwait(false);
            SaslMechanism bearer = connecting.AuthenticationMechanisms.Contains("OAUTHBEARER")
                ? new SaslMechanismOAuthBearer(options.UserName, token)
                : new SaslMechanismOAuth2(options.UserName, token);
            await connecting.AuthenticateAsync(bearer, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await connecting
                .AuthenticateAsync(new NetworkCredential(options.UserName, options.Password), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task<IMailFolder> FolderAsync(string path, CancellationToken cancellationToken)
    {
        if (path.Equals("INBOX", StringComparison.OrdinalIgnoreCase))
        {
            return client!.Inbox;
        }

        try
        {
            return await client!.GetFolderAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (FolderNotFoundException)
        {
            IMailFolder root = client!.GetFolder(client.PersonalNamespaces[0]);
            return await root.CreateAsync(path, isMessageFolder: true, cancellationToken).ConfigureAwait(false)
                ?? throw new FolderNotFoundException(path);
        }
    }

    private void News()
    {
        hasNews = true;
        try
        {
            idling?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    private static bool KeepsKeywords(IMailFolder open) =>
        open.PermanentFlags.HasFlag(MessageFlags.UserDefined)
        || (open.PermanentKeywords.Contains(DoneKeyword) && open.PermanentKeywords.Contains(AsideKeyword));

    private static string IdOf(IMailFolder open, UniqueId uid) =>
        string.Create(CultureInfo.InvariantCulture, $"{open.UidValidity}:{uid.Id}");

    /// <summary>Its number; null when the folder was made anew, so that the number means another mail.</summary>
    private static UniqueId? UidOf(IMailFolder open, MailEntry mail)
    {
        string[] parts = mail.Id.Split(':');
        return parts[0] == open.UidValidity.ToString(CultureInfo.InvariantCulture)
            ? new UniqueId(open.UidValidity, uint.Parse(parts[1], CultureInfo.InvariantCulture))
            : null;
    }
}
