using System.Globalization;
using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Words;
using CustomerTouchpoints.Touchpoints.AddedValues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Messages;

/// <summary>
/// The host's templates, read and compiled once; in Development, whenever a file has changed. Then the folders are looked for in the
/// content root first, which is where a developer edits.
/// </summary>
/// <remarks>Safe to share between threads. Reading does not throw: what is wrong is told by <see cref="Check"/>.</remarks>
internal sealed class TemplateCatalog
{
    private readonly Lock gate = new();
    private readonly ITemplateEngine engine;
    private readonly MessageSetup setup;
    private readonly TemplateCheck check;
    private readonly ILogger logger;
    private readonly string[] folders;
    private readonly IReadOnlyList<ShippedTemplates> shipped;
    private readonly List<Fault> faults = [];
    private string files = "";
    private volatile TemplateSet current;

    public TemplateCatalog(
        ITemplateEngine engine,
        IOptions<TemplateFolders> folders,
        MessageSetup setup,
        MessageRenderer renderer,
        IEnumerable<AddedValueBlock> values,
        IHostEnvironment? environment = null,
        ILoggerFactory? loggers = null
    )
    {
        this.engine = engine;
        this.setup = setup;
        IsWatched = environment?.IsDevelopment() == true;
        logger = loggers?.CreateLogger<TemplateCatalog>() ?? NullLogger<TemplateCatalog>.Instance;
        check = new TemplateCheck(setup, renderer, values.Select(value => value.Name).ToHashSet(StringComparer.Ordinal));
        this.folders = folders.Value.In(IsWatched ? environment!.ContentRootPath : null);
        shipped = [.. folders.Value.Shipped];
        files = IsWatched ? TemplateFolders.StateOf(this.folders) : "";
        current = Read(faults);
    }

    /// <summary>Whether the host has named any templates.</summary>
    public bool HasFolders => folders.Length > 0 || shipped.Count > 0;

    /// <summary>Whether files are looked at again: in Development.</summary>
    public bool IsWatched { get; }

    /// <inheritdoc cref="TemplateSet.Contains"/>
    public bool Contains(string template, Channel channel) => current.Contains(template, channel);

    /// <inheritdoc cref="TemplateSet.DeadlinesIn"/>
    public IReadOnlyList<string> DeadlinesIn(string template) => current.DeadlinesIn(template);

    /// <inheritdoc cref="TemplateSet.LinksIn"/>
    public IEnumerable<string> LinksIn(string template) => current.LinksIn(template);

    /// <summary>Whether a block of added value can be read in the language in which a customer gets a message.</summary>
    public bool IsWrittenBeside(string block, string template, Channel channel, string culture) =>
        FindBeside(block, template, channel, culture) is not null;

    /// <summary>The template of a block of added value in the language in which a customer gets a message; null for none.</summary>
    public MessageTemplate? FindBeside(string block, string template, Channel channel, string culture)
    {
        CultureInfo? own = CultureChain.Find(culture);
        return
            Find(template, channel, own) is { } message
            && Find(block, channel, own) is { } found
            && found.Culture.TwoLetterISOLanguageName == message.Culture.TwoLetterISOLanguageName
            ? found
            : null;
    }

    /// <inheritdoc cref="TemplateSet.Find"/>
    public MessageTemplate? Find(string template, Channel channel, CultureInfo? culture)
    {
        Look();
        return current.Find(template, channel, culture);
    }

    /// <summary>Renders every template strictly on its own sample; returns every fault, each with its file.</summary>
    public IReadOnlyList<Fault> Check()
    {
        var all = new List<Fault>(setup.Faults.Concat(faults));
        foreach (TemplateEntry entry in current.Entries)
        {
            all.AddRange(check.Faults(entry));
            if (!current.Contains(entry.Name.Template, entry.Name.Channel ?? Channel.Email))
            {
                all.Add(
                    new Fault(
                        entry.File,
                        "nothing is there for customers of other languages",
                        $"add {entry.Name.Template}.md in the default culture {setup.DefaultCulture.Name}"
                    )
                );
            }
        }

        return all;
    }

    /// <summary>
    /// Where files are watched and one has changed, reads them anew. What is faulty now stays as it was before, and the log says why.
    /// </summary>
    public void Look()
    {
        if (!IsWatched)
        {
            return;
        }

        lock (gate)
        {
            try
            {
                string seen = TemplateFolders.StateOf(folders);
                if (seen != files)
                {
                    files = seen;
                    Renew();
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // A folder that is being replaced: the next look finds what has become of it.
                files = "";
            }
        }
    }

    private void Renew()
    {
        var found = new List<Fault>();
        TemplateSet before = current;
        current = new TemplateSet(Read(found).Entries.Select(entry => Usable(entry, before, found)).OfType<TemplateEntry>(), setup);
        CatalogLog.ReadAnew(logger, string.Join(", ", folders));
        foreach (Fault fault in found)
        {
            CatalogLog.KeptBefore(logger, fault);
        }
    }

    private TemplateSet Read(List<Fault> found) => new(new TemplateReader(engine, setup, found).Read(shipped, folders), setup);

    /// <summary>An entry without faults, or the one before it.</summary>
    private TemplateEntry? Usable(TemplateEntry entry, TemplateSet before, List<Fault> found)
    {
        Fault[] own = [.. check.Faults(entry)];
        found.AddRange(own);
        return own.Length == 0 ? entry : before.Like(entry);
    }
}
