namespace CustomerTouchpoints.Architecture.Tests.HouseRules;

/// <summary>What fits on a screen is read. All that is ours is held to it, not only what ships.</summary>
public sealed class LayoutRules
{
    private const int LongestFile = 300;
    private const int LongestLine = 140;

    [Test]
    public void No_file_is_longer_than_300_lines() =>
        Assert.That(House.Code.Where(file => file.Lines.Count > LongestFile).Select(file => $"{file.Path}: {file.Lines.Count}"), Is.Empty);

    [Test]
    public void No_line_is_longer_than_140_characters() =>
        Assert.That(
            House.Code.SelectMany(file =>
                file.Lines.Select((line, index) => (line.Length, Number: index + 1))
                    .Where(line => line.Length > LongestLine)
                    .Select(line => $"{file.Path}:{line.Number}: {line.Length}")
            ),
            Is.Empty
        );
}
