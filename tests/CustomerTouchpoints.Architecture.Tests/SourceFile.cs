namespace CustomerTouchpoints.Architecture.Tests;

/// <summary>One file of code.</summary>
/// <param name="Path">Its path from the repository's root, with slashes.</param>
internal sealed record SourceFile(string Path)
{
    private string[]? lines;

    /// <summary>The folders from its project, as <c>src</c>'s package, down to the file.</summary>
    public IReadOnlyList<string> Folders => Path.Split('/')[1..^1];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<string> Lines => lines ??= File.ReadAllLines(System.IO.Path.Combine(House.Root, Path));

    /// <summary>Its namespace, or null.</summary>
    public string? Namespace =>
        Lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..].TrimEnd(';', ' ');

    /// <summary>Whether its type is one that hosts see.</summary>
    public bool IsPublic => Lines.Any(line => line.StartsWith("public ", StringComparison.Ordinal));

    public override string ToString() => Path;
}
