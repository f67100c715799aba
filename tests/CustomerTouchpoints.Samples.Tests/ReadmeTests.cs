namespace CustomerTouchpoints.Samples.Tests;

/// <summary>
/// The README quotes the smallest whole program and its output word for word. Each quotation follows a comment that names its source.
/// </summary>
internal sealed class ReadmeTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [TestCase("samples/FirstTouchpoint/Program.cs")]
    [TestCase("samples/FirstTouchpoint/Messages/order-shipped.md")]
    public void It_quotes_a_file_word_for_word(string file) =>
        Assert.That(QuotationOf(file), Is.EqualTo(Repository.Read(file).TrimEnd('\n')));

    [Test]
    public async Task It_quotes_the_real_output()
    {
        (int exitCode, string output, string error) = await SampleRun.ToEndAsync("FirstTouchpoint");

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(QuotationOf("dotnet run --project samples/FirstTouchpoint"), Is.EqualTo(output.TrimEnd('\n')));
    }

    [Test]
    public void The_smallest_program_has_forty_lines_at_most() =>
        Assert.That(QuotationOf("samples/FirstTouchpoint/Program.cs").Split('\n'), Has.Length.LessThanOrEqualTo(40));

    [Test]
    public void It_is_read_in_one_go() => Assert.That(Readme.TrimEnd('\n').Split('\n'), Has.Length.LessThan(150));

    [Test]
    public void Its_links_lead_somewhere_inside_the_repository()
    {
        string[] samples =
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(Readme, @"\]\(((?:samples|src|tests|docs)/[^)#]*)\)")
                .Select(link => link.Groups[1].Value),
        ];

        Assert.That(samples, Is.Not.Empty);
        Assert.That(samples.Where(path => !Path.Exists(Path.Combine(Repository.Root, path))), Is.Empty);
    }

    /// <summary>The fenced block after the comment that names its source.</summary>
    private static string QuotationOf(string source)
    {
        string[] lines = Readme.Split('\n');
        int comment = Array.IndexOf(lines, $"<!-- {source} -->");
        Assert.That(comment, Is.GreaterThanOrEqualTo(0), $"README.md has no line <!-- {source} -->");
        Assert.That(lines[comment + 1], Does.StartWith("```"));
        return string.Join('\n', lines.Skip(comment + 2).TakeWhile(line => !line.StartsWith("```", StringComparison.Ordinal)));
    }
}
