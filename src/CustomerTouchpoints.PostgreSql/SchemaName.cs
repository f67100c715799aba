using System.Text.RegularExpressions;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>The strict pattern of a schema's name: it becomes part of SQL text, where nothing else of the host's ever does.</summary>
internal static partial class SchemaName
{
    public const string Rule =
        "it must be a lower-case letter and up to 39 lower-case letters, digits and underscores, and not begin with pg_";

    public static bool IsValid(string? name) =>
        name is not null && Pattern().IsMatch(name) && !name.StartsWith("pg_", StringComparison.Ordinal);

    /// <exception cref="ArgumentException">It is not a name that the store accepts.</exception>
    public static string Checked(string name) =>
        IsValid(name) ? name : throw new ArgumentException($"\"{name}\" is no name for the store's schema: {Rule}.", nameof(name));

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
