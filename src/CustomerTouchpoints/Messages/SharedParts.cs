using System.Globalization;
using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Text;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Messages;

/// <summary>
/// The texts that templates share: files of the templates' folders whose names begin with an underscore, such as <c>_signature.md</c> and
/// <c>_signature.fr.md</c>. A file is read when a template includes it; those that none includes are the host's notes.
/// </summary>
internal sealed class SharedParts(CultureInfo defaultCulture)
{
    /// <summary>What the names of their files begin with.</summary>
    public const char Sign = '_';

    private readonly Dictionary<(string Name, string Culture), TemplateFile> files = [];

    /// <summary>Takes in a file whose name begins with the sign; one of the same name and culture replaces an earlier one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stem">Its name without the sign and the ending.</param>
    public void Add(TemplateFile file, string stem)
    {
        if (TemplateFileName.TryRead(stem, [], out TemplateFileName? name) && name is { Channel: null })
        {
            files[(name.Template, (name.Culture ?? defaultCulture).Name)] = file;
        }
    }

    /// <summary>The part of a name in a culture: in its own language, else in the default one; null when there is none.</summary>
    /// <exception cref="TemplateException">The file can't be read, or is no part.</exception>
    public TemplatePart? Find(string name, CultureInfo culture)
    {
        TemplateFile? file = CultureChain
            .Of(culture)
            .Concat(CultureChain.Of(defaultCulture))
            .Select(tag => files.GetValueOrDefault((name, tag)))
            .FirstOrDefault(found => found is not null);
        return file is null ? null : Read(file);
    }

    private static TemplatePart Read(TemplateFile file)
    {
        string shown = file.Name;
        try
        {
            if (file.Length > MessageLimits.TemplateBytes)
            {
                throw new TemplateException($"{shown} is larger than {MessageLimits.TemplateBytes / 1024} KiB; no message is that long.");
            }

            (FrontMatter head, string text) = FrontMatter.Read(file.Read());
            return head.BodyLine == 1
                ? new TemplatePart(shown, text.TrimEnd('\n'))
                : throw new TemplateException($"{shown} has front matter, and a part has none; move it to the templates that include it.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new TemplateException($"{shown} can't be read ({fault.GetType().Name}); see that the host may read it.", fault);
        }
    }
}
