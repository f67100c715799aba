using System.Reflection;
using System.Runtime.CompilerServices;
using CustomerTouchpoints.AspNetCore.Pages;
using CustomerTouchpoints.Email;
using CustomerTouchpoints.Http.Webhooks;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.PostgreSql;
using CustomerTouchpoints.Sqlite;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Architecture.Tests;

/// <summary>What these tests look at: the packages as they were built, and the files that they were built from.</summary>
internal static class House
{
    /// <summary>The assemblies that ship, one for each package.</summary>
    public static IReadOnlyList<Assembly> Packages { get; } =
    [
        typeof(ICustomerTouchpoints).Assembly,
        typeof(TouchpointPagesOptions).Assembly,
        typeof(EmailOptions).Assembly,
        typeof(WebhookOptions).Assembly,
        typeof(HandlebarsTouchpointsBuilderExtensions).Assembly,
        typeof(LifecycleOptions).Assembly,
        typeof(SqliteStoreOptions).Assembly,
        typeof(PostgreSqlStoreOptions).Assembly,
        typeof(TouchpointsTestHost).Assembly,
    ];

    public static IReadOnlyList<string> PackageNames { get; } = [.. Packages.Select(package => package.GetName().Name!)];

    /// <summary>The folder of the repository: the nearest one above the tests that has the solution in it.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every type that somebody wrote, public or not.</summary>
    public static IReadOnlyList<Type> Types { get; } = [.. Packages.SelectMany(package => package.GetTypes()).Where(IsWritten)];

    /// <summary>The code that ships.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } = CodeUnder("src");

    /// <summary>All code: what ships, what tests it, what shows it and what measures it.</summary>
    public static IReadOnlyList<SourceFile> Code { get; } =
    [.. Sources, .. CodeUnder("tests"), .. CodeUnder("samples"), .. CodeUnder("bench")];

    private static SourceFile[] CodeUnder(string folder) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
                .Select(file => new SourceFile(Path.GetRelativePath(Root, file).Replace('\\', '/')))
                .Where(file => !file.Folders.Contains("obj") && !file.Folders.Contains("bin"))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];

    /// <summary>Whether somebody wrote a type, and no compiler did: Razor makes one of the usings of its files.</summary>
    public static bool IsWritten(Type type) =>
        type.Name != "_Imports"
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is null
        && type.Namespace?.StartsWith("System", StringComparison.Ordinal) == false
        && (
            type.Namespace.StartsWith("CustomerTouchpoints", StringComparison.Ordinal)
            || type.Namespace == "Microsoft.Extensions.DependencyInjection"
        )
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "CustomerTouchpoints.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder
            ?? throw new InvalidOperationException(
                $"No folder above {AppContext.BaseDirectory} has CustomerTouchpoints.sln in it. Run the tests from a clone."
            );
    }
}
