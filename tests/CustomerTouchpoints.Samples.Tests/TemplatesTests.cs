namespace CustomerTouchpoints.Samples.Tests;

/// <summary>What <c>dotnet new</c> makes, from the packed package, builds and passes its own test.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TemplatesTests : IDisposable
{
    private PackedPackages? packages;

    public void Dispose() => packages?.Dispose();

    [TestCase("touchpoints-console", "Camera.Shop.Tests")]
    [TestCase("touchpoints-web", "Camera.Shop.Tests")]
    [TestCase("touchpoints-tests", ".")]
    public async Task Each_builds_and_passes_its_own_test(string template, string tests)
    {
        packages = await PackedPackages.PackAsync(
            "src/CustomerTouchpoints",
            "src/CustomerTouchpoints.Sqlite",
            "src/CustomerTouchpoints.Email",
            "src/CustomerTouchpoints.Testing",
            "templates"
        );
        string hive = $"--debug:custom-hive {Path.Combine(packages.Folder, "hive")}";
        await PackedPackages.RunAsync(packages.Folder, $"dotnet new install {packages.FileOf("CustomerTouchpoints.Templates")} {hive}");
        await PackedPackages.RunAsync(packages.Folder, $"dotnet new {template} -n Camera.Shop {hive}");

        string shop = Path.Combine(packages.Folder, "Camera.Shop");
        string said = await PackedPackages.RunAsync(Path.Combine(shop, tests), "dotnet test");
        Assert.That(said, Does.Contain("Passed!").And.Not.Contain("warning"));
    }
}
