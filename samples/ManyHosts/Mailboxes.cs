using System.Text.RegularExpressions;

namespace ManyHosts;

/// <summary>What the mail server has accepted, counted in its maildir.</summary>
internal static partial class Mailboxes
{
    public static IReadOnlyList<(string Subject, string Id)> Read(string maildir) =>
        Directory.Exists(maildir)
            ? [.. Directory.EnumerateFiles(maildir).Select(File.ReadAllText).Select(mail => (SubjectOf(mail), IdOf(mail)))]
            : [];

    private static string SubjectOf(string mail) => Subject().Match(mail).Groups["value"].Value.Trim();

    private static string IdOf(string mail) => MessageId().Match(mail).Groups["value"].Value;

    [GeneratedRegex(@"^Subject: (?<value>.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^Message-ID:\s*<(?<value>[^>]+)>", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}
