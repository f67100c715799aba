using System.Globalization;
using CustomerTouchpoints.Messages.Scriban;
using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Text;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Messages;

/// <summary>Reads template files from folders. What is wrong is collected, file by file.</summary>
internal sealed class TemplateReader(ITemplateEngine engine, MessageSetup setup, ICollection<Fault> faults)
{
    private readonly SharedParts parts = new(setup.DefaultCulture);

    /// <summary>
    /// Reads what comes with the library, and all folders; a file in a later one replaces the same template, channel and culture of an
    /// earlier one.
    /// </summary>
    public IReadOnlyCollection<TemplateEntry> Read(IEnumerable<string> folders, IReadOnlyCollection<BuiltInTemplate> builtIn)
    {
        string[] files = [.. folders.SelectMany(FilesOf)];
        foreach (string file in files.Where(IsShared))
        {
            parts.Add(file, Path.GetFileName(file)[1..^engine.FileExtension.Length]);
        }

        var entries = new Dictionary<(string Template, string Channel, string Culture), TemplateEntry>();
        foreach (TemplateEntry entry in ReadBuiltIn(builtIn))
        {
            entries[KeyOf(entry.Name)] = entry;
        }

        foreach (IGrouping<string?, string> folder in files.Where(file => !IsShared(file)).GroupBy(Path.GetDirectoryName))
        {
            var own = new Dictionary<(string Template, string Channel, string Culture), string>();
            foreach (TemplateEntry entry in folder.Select(ReadFile).OfType<TemplateEntry>())
            {
                var key = KeyOf(entry.Name);
                if (!own.TryAdd(key, entry.File))
                {
                    faults.Add(
                        new Fault(
                            entry.File,
                            $"it is the same message in the same culture as {Path.GetFileName(own[key])}",
                            "keep one of them"
                        )
                    );
                    continue;
                }

                entries[key] = entry;
            }
        }

        return entries.Values;
    }

    private (string Template, string Channel, string Culture) KeyOf(TemplateFileName name) =>
        (name.Template, name.Channel?.Name ?? "", (name.Culture ?? setup.DefaultCulture).Name);

    /// <summary>
    /// The library's own templates are in Scriban, and in a few languages: where the host's default one is none of them, English is what
    /// customers of other languages read.
    /// </summary>
    private IEnumerable<TemplateEntry> ReadBuiltIn(IReadOnlyCollection<BuiltInTemplate> builtIn)
    {
        if (engine is not ScribanEngine)
        {
            return [];
        }

        TemplateEntry[] all = [.. builtIn.Select(file => Compiled(file.File, NameOf(file.File)!, () => file.Text))];
        bool hasDefault = all.Any(entry => CultureChain.Of(setup.DefaultCulture).Contains(entry.Name.Culture!.Name));
        return hasDefault
            ? all
            : [.. all, .. all.Where(IsEnglish).Select(entry => entry with { Name = entry.Name with { Culture = null } })];
    }

    private static bool IsEnglish(TemplateEntry entry) => entry.Name.Culture!.TwoLetterISOLanguageName == "en";

    private IEnumerable<string> FilesOf(string folder)
    {
        if (Directory.Exists(folder))
        {
            return Directory.EnumerateFiles(folder, "*" + engine.FileExtension).Order(StringComparer.Ordinal);
        }

        faults.Add(
            new Fault(
                folder,
                "there is no such folder of templates",
                "copy it to the output (CopyToOutputDirectory), or correct AddTemplates"
            )
        );
        return [];
    }

    private static bool IsShared(string file) => Path.GetFileName(file).StartsWith(SharedParts.Sign);

    private TemplateEntry? ReadFile(string file)
    {
        if (NameOf(Path.GetFileName(file)) is { } name)
        {
            return Compiled(file, name, () => TextOf(file));
        }

        faults.Add(
            new Fault(
                file,
                $"its name is not of the form name[.channel][.culture]{engine.FileExtension}, like "
                    + $"order-shipped.sms.fr-CA{engine.FileExtension}",
                "rename it, or begin it with an underscore"
            )
        );
        return null;
    }

    private TemplateFileName? NameOf(string fileName) =>
        TemplateFileName.TryRead(
            fileName[..^engine.FileExtension.Length],
            setup.Options.Forms.Keys.Append(Channel.Chat),
            out TemplateFileName? name
        )
            ? name
            : null;

    private TemplateEntry Compiled(string file, TemplateFileName name, Func<string> text)
    {
        try
        {
            CultureInfo culture = name.Culture ?? setup.DefaultCulture;
            return new TemplateEntry(file, name, MessageTemplate.Read(file, text(), name, culture, engine, parts), null);
        }
        catch (Exception fault) when (fault is TemplateException or IOException or UnauthorizedAccessException)
        {
            return new TemplateEntry(file, name, null, fault.Message);
        }
    }

    private static string TextOf(string file) =>
        new FileInfo(file).Length > MessageLimits.TemplateBytes
            ? throw new TemplateException($"it is larger than {MessageLimits.TemplateBytes / 1024} KiB; no message is that long.")
            : File.ReadAllText(file);
}
