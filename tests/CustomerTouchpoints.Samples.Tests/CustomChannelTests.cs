namespace CustomerTouchpoints.Samples.Tests;

/// <summary>A host's own channel, in one short file.</summary>
internal sealed class CustomChannelTests
{
    [Test]
    public void It_takes_fewer_than_forty_lines() =>
        Assert.That(Repository.Read("samples", "CustomChannel", "Program.cs").TrimEnd('\n').Split('\n'), Has.Length.LessThan(40));

    [Test]
    public async Task The_pigeon_arrives()
    {
        (int exitCode, string output, string error) = await SampleRun.ToEndAsync("CustomChannel");

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(output, Does.Contain("coo! to the loft in Rome, for Ana:"));
        Assert.That(output, Does.Contain("Your parcel 7 has left, and so have I."));
    }
}
