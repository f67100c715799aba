using MimeKit;

namespace ShopWeb.Shop;

/// <summary>What left: the mails of the drop folder, and the text messages.</summary>
internal sealed class Outbox(ShopFolder folder)
{
    private const int Shown = 50;

    /// <summary>The latest, the newest first.</summary>
    /// <param name="to">Whose: a part of the address; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<OutboxLine>> LatestAsync(string? to, CancellationToken cancellationToken)
    {
        var lines = new List<OutboxLine>();
        FileInfo[] files = [.. new DirectoryInfo(folder.Mail).GetFiles("*.eml"), .. new DirectoryInfo(folder.Sms).GetFiles("*.txt")];
        foreach (FileInfo file in files.OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal))
        {
            OutboxLine line = await ReadAsync(file, cancellationToken);
            if (to is null || line.To.Contains(to, StringComparison.OrdinalIgnoreCase))
            {
                lines.Add(line);
            }

            if (lines.Count == Shown)
            {
                break;
            }
        }

        return lines;
    }

    /// <summary>One of them, by the name of its file; null when there is none.</summary>
    public async Task<OutboxLine?> FindAsync(string name, CancellationToken cancellationToken)
    {
        string bare = Path.GetFileName(name);
        string path = Path.Combine(bare.EndsWith(".eml", StringComparison.Ordinal) ? folder.Mail : folder.Sms, bare);
        return bare == name && name.Length > 0 && File.Exists(path) ? await ReadAsync(new FileInfo(path), cancellationToken) : null;
    }

    private static async Task<OutboxLine> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Extension == ".txt")
        {
            string[] lines = await File.ReadAllLinesAsync(file.FullName, cancellationToken);
            return new OutboxLine(
                file.Name,
                lines[0],
                "Text message",
                new DateTimeOffset(file.LastWriteTimeUtc),
                string.Join('\n', lines.Skip(1)),
                null
            );
        }

        using MimeMessage mail = await MimeMessage.LoadAsync(file.FullName, cancellationToken);
        return new OutboxLine(file.Name, mail.To.ToString(), mail.Subject ?? "", mail.Date, mail.TextBody ?? "", mail.HtmlBody);
    }
}
