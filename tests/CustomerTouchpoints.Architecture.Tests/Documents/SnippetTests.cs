using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CustomerTouchpoints.Architecture.Tests.Documents;

/// <summary>The C# of the pages compiles, each block in one of the places where it may stand.</summary>
public sealed partial class SnippetTests
{
    /// <summary>Pages whose C# takes packages that these tests do not have, and those of which other tests run every word.</summary>
    private static readonly string[] Left = ["docs/getting-started.md", "docs/concepts/host-transactions.md"];

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static IEnumerable<TestCaseData> Blocks =>
        Directory
            .EnumerateFiles(Path.Combine(House.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(House.Root, file).Replace('\\', '/'))
            .Except(Left, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(page =>
                Block()
                    .Matches(File.ReadAllText(Path.Combine(House.Root, page)))
                    .Select((block, index) => new TestCaseData(block.Groups["text"].Value).SetName($"{page}, block {index + 1}"))
            );

    [TestCaseSource(nameof(Blocks))]
    public void It_compiles(string block)
    {
        string[][] faults = [.. SnippetNames.Places.Select(place => FaultsOf(place.Replace("…", block, StringComparison.Ordinal)))];
        Assert.That(faults.MinBy(each => each.Length), Is.Empty);
    }

    private static string[] FaultsOf(string code) =>
        [
            .. CSharpCompilation
                .Create(
                    "Page",
                    new[] { SnippetNames.Usings, SnippetNames.Shop, code }.Select(text => CSharpSyntaxTree.ParseText(text)),
                    References,
                    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
                )
                .GetDiagnostics()
                .Where(fault => fault.Severity == DiagnosticSeverity.Error)
                .Select(fault => fault.ToString()),
        ];

    [GeneratedRegex(@"^```csharp\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
