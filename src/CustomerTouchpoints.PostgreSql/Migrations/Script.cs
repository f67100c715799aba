using System.Globalization;
using System.Reflection;

namespace CustomerTouchpoints.PostgreSql.Migrations;

/// <summary>One numbered step forward. It never changes once it has shipped.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Name">Its file.</param>
/// <param name="Oldest">The oldest version of the package's schema whose hosts survive it: the fence.</param>
/// <param name="Sql">What it does.</param>
internal sealed record Script(int Version, string Name, int Oldest, string Sql)
{
    private const string Fence = "-- oldest: ";

    /// <summary>Every script of this package, in order.</summary>
    public static IReadOnlyList<Script> All { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static Script Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        string sql = reader.ReadToEnd();
        string first = sql[..sql.IndexOf('\n', StringComparison.Ordinal)];
        return new Script(
            int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture),
            name,
            int.Parse(first.AsSpan(Fence.Length), CultureInfo.InvariantCulture),
            sql
        );
    }
}
