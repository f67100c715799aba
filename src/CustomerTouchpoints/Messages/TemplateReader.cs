using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages;

/// <summary>Reads template files from folders. What is wrong is collected, file by file.</summary>
internal sealed class TemplateReader(ITemplateEngine engine, MessageSetup setup, ICollection<Fault> faults)
{
    private readonly SharedParts parts = new(setup.DefaultCulture);

    /// <summary>
    /// Reads what is shipped, and then all folders; a file of a later one replaces the same template, channel and culture before it.
    /// </summary>
    public IReadOnlyCollection<TemplateEntry> Read(IEnumerable<ShippedTemplates> shipped, IEnumerable<string> folders)
    {
        TemplateFile[] files =
        [
            .. shipped.SelectMany(each => each(engine.FileExtension)).DistinctBy(file => file.Place),
            .. folders.SelectMany(FilesOf),
        ];
        foreach (TemplateFile file in files.Where(IsShared))
        {
            parts.Add(file, file.Name[1..^engine.FileExtension.Length]);
        }

        var entries = new Dictionary<(string Template, string Channel, string Culture), TemplateEntry>();
        foreach (IGrouping<string?, TemplateFile> folder in files.Where(file => !IsShared(file)).GroupBy(file => file.Folder))
        {
            var own = new Dictionary<(string Template, string Channel, string Culture), string>();
            foreach (TemplateEntry entry in folder.Select(ReadFile).OfType<TemplateEntry>())
            {
                var key = (entry.Name.Template, entry.Name.Channel?.Name ?? "", (entry.Name.Culture ?? setup.DefaultCulture).Name);
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

    private IEnumerable<TemplateFile> FilesOf(string folder)
    {
        if (Directory.Exists(folder))
        {
            return TemplateFile.Of(folder, engine.FileExtension);
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

    private static bool IsShared(TemplateFile file) => file.Name.StartsWith(SharedParts.Sign);

    private TemplateEntry? ReadFile(TemplateFile file)
    {
        if (
            !TemplateFileName.TryRead(
                file.Name[..^engine.FileExtension.Length],
                setup.Options.Forms.Keys.Append(Channel.Chat),
                out TemplateFileName? name
            )
        )
        {
            faults.Add(
                new Fault(
                    file.Place,
                    $"its name is not of the form name[.channel][.culture]{engine.FileExtension}, like "
                        + $"order-shipped.sms.fr-CA{engine.FileExtension}",
                    "rename it, or begin it with an underscore"
                )
            );
            return null;
        }

        try
        {
            return file.Length > MessageLimits.TemplateBytes
                ? throw new TemplateException($"it is larger than {MessageLimits.TemplateBytes / 1024} KiB; no message is that long.")
                : new TemplateEntry(
                    file.Place,
                    name!,
                    MessageTemplate.Read(file.Place, file.Read(), name!, name!.Culture ?? setup.DefaultCulture, engine, parts),
                    null
                );
        }
        catch (Exception fault) when (fault is TemplateException or IOException or UnauthorizedAccessException)
        {
            return new TemplateEntry(file.Place, name!, null, fault.Message);
        }
    }
}
