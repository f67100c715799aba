using System.Reflection;

namespace CustomerTouchpoints.Messages.Templates;

/// <summary>A file of a template, in a folder or within an assembly: where it is, and how it is read.</summary>
internal sealed class TemplateFile
{
    private readonly Func<long> length;
    private readonly Func<string> text;

    private TemplateFile(string place, Func<long> length, Func<string> text)
    {
        Place = place;
        this.length = length;
        this.text = text;
    }

    /// <summary>Where it is, for faults.</summary>
    public string Place { get; }

    /// <summary>Its name, with the ending.</summary>
    public string Name => Path.GetFileName(Place);

    /// <summary>Where its folder is.</summary>
    public string? Folder => Path.GetDirectoryName(Place);

    /// <summary>The files of a folder on the disk.</summary>
    public static IEnumerable<TemplateFile> Of(string folder, string ending) =>
        Directory
            .EnumerateFiles(folder, "*" + ending)
            .Order(StringComparer.Ordinal)
            .Select(path => new TemplateFile(path, () => new FileInfo(path).Length, () => File.ReadAllText(path)));

    /// <summary>The files of a folder that is embedded in an assembly, as resources named <c>folder/file</c>.</summary>
    public static IEnumerable<TemplateFile> Of(Assembly assembly, string folder, string ending) =>
        assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new TemplateFile(
                $"{assembly.GetName().Name}/{name}",
                () => Open(assembly, name).Length,
                () =>
                {
                    using var reader = new StreamReader(Open(assembly, name));
                    return reader.ReadToEnd();
                }
            ));

    /// <summary>How many bytes it has.</summary>
    public long Length => length();

    /// <summary>Its text.</summary>
    public string Read() => text();

    private static Stream Open(Assembly assembly, string name) => assembly.GetManifestResourceStream(name)!;
}
