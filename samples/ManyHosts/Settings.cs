using System.Globalization;

namespace ManyHosts;

/// <summary>What the command line says: the database, the mail server, and how much is to happen.</summary>
internal sealed record Settings
{
    public required string Postgres { get; init; }

    public required string SmtpHost { get; init; }

    public required int SmtpPort { get; init; }

    /// <summary>The folder in which the mail server leaves what it has accepted.</summary>
    public required string Maildir { get; init; }

    public string Schema { get; init; } = "many_hosts";

    public int Parcels { get; init; } = 60;

    /// <summary>Whether the sample itself kills hosts now and then.</summary>
    public bool Kills { get; init; }

    public static Settings? Of(IReadOnlyList<string> arguments)
    {
        string? After(string name) => arguments.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault();
        string[] smtp = (After("--smtp") ?? "").Split(':');
        if (
            After("--postgres") is not { } postgres
            || After("--maildir") is not { } maildir
            || smtp.Length != 2
            || !int.TryParse(smtp[1], CultureInfo.InvariantCulture, out int port)
        )
        {
            return null;
        }

        return new Settings
        {
            Postgres = postgres,
            SmtpHost = smtp[0],
            SmtpPort = port,
            Maildir = maildir,
            Schema = After("--schema") ?? "many_hosts",
            Parcels = int.Parse(After("--parcels") ?? "60", CultureInfo.InvariantCulture),
            Kills = arguments.Contains("--kill"),
        };
    }
}
