using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Samples.Tests;

/// <summary>
/// Getting started, word by word: in a fresh folder, with packed packages, each block of the page is run or written where it says.
/// </summary>
internal sealed partial class GettingStartedTests
{
    [Test]
    public async Task The_page_runs_word_by_word_in_a_fresh_folder()
    {
        using PackedPackages packages = await PackedPackages.PackAsync(
            "src/CustomerTouchpoints",
            "src/CustomerTouchpoints.Sqlite",
            "src/CustomerTouchpoints.Email",
            "src/CustomerTouchpoints.Testing"
        );
        string page = Repository.Read("docs", "getting-started.md");
        string folder = packages.Folder;
        foreach (Match block in Block().Matches(page))
        {
            string text = block.Groups["text"].Value;
            switch (block.Groups["language"].Value)
            {
                case "sh":
                    folder = await RunAsync(folder, text);
                    break;
                case "xml":
                    string project = Path.Combine(folder, "Shop.csproj");
                    await File.WriteAllTextAsync(
                        project,
                        (await File.ReadAllTextAsync(project)).Replace("</Project>", $"{text}</Project>", StringComparison.Ordinal)
                    );
                    break;
                case "csharp" or "markdown":
                    string file = Path.Combine(folder, block.Groups["file"].Value);
                    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                    await File.WriteAllTextAsync(file, text);
                    break;
            }
        }

        string shop = Path.Combine(packages.Folder, "Shop");
        await PackedPackages.RunAsync(shop, "dotnet build");
        const string Run = "dotnet bin/Debug/net10.0/Shop.dll";
        const string Ready = "Press Ctrl+C to stop.";
        string first = await PackedPackages.InterruptAsync(shop, Run, Ready, () => MailsIn(shop) == 2);
        Assert.That(first, Does.Contain("Moved: opened in recorded\nMoved: recorded → shipped\nPress Ctrl+C to stop.\n"));
        Assert.That(first, Does.Contain("order/1042~order-shipped~1~buyer~email: Sent, accepted by email: "));
        string again = await PackedPackages.InterruptAsync(shop, Run, Ready, () => true);
        Assert.That(again, Does.Contain("Duplicate: opened in recorded\nDuplicate: recorded → shipped\n"));
        Assert.That(MailsIn(shop), Is.EqualTo(2));

        Assert.That(folder, Is.EqualTo(Path.Combine(packages.Folder, "Shop.Tests")));
        Assert.That(await PackedPackages.RunAsync(folder, "dotnet test"), Does.Contain("Passed!"));
    }

    private static int MailsIn(string shop) =>
        Path.Combine(shop, "mail") is var folder && Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).Length
            : 0;

    private static async Task<string> RunAsync(string folder, string commands)
    {
        foreach (string command in commands.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (command.StartsWith("cd ", StringComparison.Ordinal))
            {
                folder = Path.GetFullPath(Path.Combine(folder, command[3..]));
            }
            else
            {
                await PackedPackages.RunAsync(folder, command);
            }
        }

        return folder;
    }

    /// <summary>A fenced block with its language, and the file that the line before names.</summary>
    [GeneratedRegex(
        @"(?:`(?<file>[\w./-]+\.(?:cs|md))`:\n\n)?^```(?<language>\w+)\n(?<text>.*?)^```$",
        RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex Block();
}
