using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages;

/// <summary>Reads template files from folders. What is wrong is collected, file by file.</summary>
internal sealed class TemplateReader(ITemplateEngine engine, MessageSetup setup, ICollection<string> faults)
{
    /// <summary>Reads all folders; a file in a later one replaces the same template, channel and culture of an earlier one.</summary>
    public IReadOnlyCollection<TemplateEntry> Read(IEnumerable<string> folders)
    {
        var entries = new Dictionary<(string Template, string Channel, string Culture), TemplateEntry>();
        foreach (
            string folder in folders.Select(folder => Path.GetFullPath(folder, AppContext.BaseDirectory)).Distinct(StringComparer.Ordinal)
        )
        {
            if (!Directory.Exists(folder))
            {
                faults.Add(
                    $"{folder}: there is no such folder of templates; copy it to the output (CopyToOutputDirectory), or correct "
                        + "AddTemplates."
                );
                continue;
            }

            var own = new Dictionary<(string Template, string Channel, string Culture), string>();
            foreach (
                TemplateEntry entry in Directory
                    .EnumerateFiles(folder, "*" + engine.FileExtension)
                    .Order(StringComparer.Ordinal)
                    .Select(ReadFile)
                    .OfType<TemplateEntry>()
            )
            {
                var key = (entry.Name.Template, entry.Name.Channel?.Name ?? "", (entry.Name.Culture ?? setup.DefaultCulture).Name);
                if (!own.TryAdd(key, entry.File))
                {
                    faults.Add(
                        $"{entry.File}: it is the same message in the same culture as {Path.GetFileName(own[key])}; keep one of them."
                    );
                    continue;
                }

                entries[key] = entry;
            }
        }

        return entries.Values;
    }

    /// <summary>Reads one file; files whose names begin with an underscore are the host's notes.</summary>
    private TemplateEntry? ReadFile(string file)
    {
        string fileName = Path.GetFileName(file);
        if (fileName.StartsWith('_'))
        {
            return null;
        }

        if (
            !TemplateFileName.TryRead(
                fileName[..^engine.FileExtension.Length],
                setup.Options.Forms.Keys.Append(Channel.Chat),
                out TemplateFileName? name
            )
        )
        {
            faults.Add(
                $"{file}: its name is not of the form name[.channel][.culture]{engine.FileExtension}, like "
                    + $"order-shipped.sms.fr-CA{engine.FileExtension}; rename it, or begin it with an underscore."
            );
            return null;
        }

        try
        {
            return new FileInfo(file).Length > MessageLimits.TemplateBytes
                ? throw new TemplateException($"it is larger than {MessageLimits.TemplateBytes / 1024} KiB; no message is that long.")
                : new TemplateEntry(
                    file,
                    name!,
                    MessageTemplate.Read(file, File.ReadAllText(file), name!, name!.Culture ?? setup.DefaultCulture, engine),
                    null
                );
        }
        catch (Exception fault) when (fault is TemplateException or IOException or UnauthorizedAccessException)
        {
            return new TemplateEntry(file, name!, null, fault.Message);
        }
    }
}
