using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace CustomerTouchpoints.Architecture.Tests.Packages;

/// <summary>The packages as <c>dotnet pack</c> makes them, opened and looked into.</summary>
public sealed class PackageTests
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("touchpoints-packages-");

    [OneTimeSetUp]
    public async Task Pack()
    {
        foreach (string package in House.PackageNames)
        {
            await PackAsync(package);
        }
    }

    [OneTimeTearDown]
    public void RemoveTheFolder() => folder.Delete(recursive: true);

    [TestCaseSource(typeof(House), nameof(House.PackageNames))]
    public void A_package_brings_its_library_documentation_and_readme(string package)
    {
        string[] entries = EntriesOf(package, "nupkg");
        Assert.That(entries, Is.SupersetOf([$"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml", "README.md"]));
        Assert.That(
            entries.Where(entry => entry.EndsWith(".dll", StringComparison.Ordinal)),
            Has.Exactly(1).Items,
            "A package brings its own library only."
        );
    }

    [TestCaseSource(typeof(House), nameof(House.PackageNames))]
    public void A_package_brings_its_symbols_beside_it(string package) =>
        Assert.That(EntriesOf(package, "snupkg"), Has.Member($"lib/net10.0/{package}.pdb"));

    [TestCaseSource(typeof(House), nameof(House.PackageNames))]
    public void A_package_says_what_it_is_and_under_which_licence(string package)
    {
        using ZipArchive archive = Open(package, "nupkg");
        using Stream stream = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().First();
        string? Of(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.That(Of("id"), Is.EqualTo(package));
        Assert.That(Of("license"), Is.EqualTo("MIT"));
        Assert.That(Of("readme"), Is.EqualTo("README.md"));
        Assert.That(Of("description"), Is.Not.Null.And.Not.EqualTo("Package Description"));
        Assert.That(Of("authors"), Is.Not.Null.And.Not.Empty);
        Assert.That(Of("tags"), Is.Not.Null.And.Not.Empty);
        Assert.That(Version.TryParse(Of("version")?.Split('-')[0], out _), Is.True);
    }

    [TestCaseSource(typeof(House), nameof(House.PackageNames))]
    public void A_package_asks_for_nothing_that_only_builds_or_tests_need(string package)
    {
        using ZipArchive archive = Open(package, "nupkg");
        using Stream stream = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        IEnumerable<string?> dependencies = XDocument
            .Load(stream)
            .Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => element.Attribute("id")?.Value);
        Assert.That(
            dependencies,
            Has.None.Contains("Analyzer").And.None.Contains("NUnit").And.None.Contains("Test.Sdk").And.None.Contains("FsCheck")
        );
    }

    private string[] EntriesOf(string package, string kind)
    {
        using ZipArchive archive = Open(package, kind);
        return [.. archive.Entries.Where(entry => entry.Length > 0 || entry.FullName == "README.md").Select(entry => entry.FullName)];
    }

    private ZipArchive Open(string package, string kind)
    {
        string file = folder
            .EnumerateFiles($"*.{kind}")
            .Select(found => found.FullName)
            .Single(found =>
                Path.GetFileName(found).StartsWith($"{package}.", StringComparison.Ordinal)
                && char.IsAsciiDigit(Path.GetFileName(found)[package.Length + 1])
            );
        return ZipFile.OpenRead(file);
    }

    /// <summary>Packs what these tests were built with, without building it again.</summary>
    private async Task PackAsync(string package)
    {
        string project = Path.Combine(House.Root, "src", package, $"{package}.csproj");
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(
            "dotnet",
            ["pack", project, "--no-build", "--nologo", "-c", Configuration, "-o", folder.FullName]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process.StartInfo.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        process.Start();
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            Task<string> words = process.StandardOutput.ReadToEndAsync(deadline.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            Assert.That(process.ExitCode, Is.Zero, $"dotnet pack of {package} failed.\n{await words}\n{await errors}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"dotnet pack of {package} took longer than {Patience}.");
        }
    }
}
