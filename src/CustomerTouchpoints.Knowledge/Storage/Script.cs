using System.Globalization;
using System.Reflection;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>A numbered step of a database's tables. Once it has shipped, it never changes.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Sql">What it does.</param>
internal sealed record Script(int Version, string Sql)
{
    /// <summary>The steps of a database, in their order.</summary>
    /// <param name="database"><c>sqlite</c> or <c>postgresql</c>.</param>
    public static Script[] Of(string database)
    {
        Assembly assembly = typeof(Script).Assembly;
        string prefix = $"{database}-";
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return new Script(int.Parse(name.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
                }),
        ];
    }
}
