using CustomerTouchpoints;
using CustomerTouchpoints.Email.Bounces;
using CustomerTouchpoints.Email.Mailboxes;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a host take in mail: bounces and complaints of what it sends, and what its customers write.</summary>
public static class MailboxTouchpointsBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="IInboundMail"/>, which takes in mail that the host hands to it. The methods that add a mailbox call it by
    /// themselves.
    /// </summary>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="configure">Sets <see cref="InboundMailOptions"/>, after the section <c>InboundMail</c> of the host's configuration.
    /// Null, the default, leaves them as they are.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder AddInboundMail(this TouchpointsBuilder builder, Action<InboundMailOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        if (!services.Any(service => service.ServiceType == typeof(IInboundMail)))
        {
            builder.Bind<InboundMailOptions>("InboundMail");
            services.AddOptions<InboundMailOptions>().ValidateOnStart();
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InboundMailOptions>, InboundMailOptionsValidator>());
            services.AddSingleton<MailClassifier>();
            services.AddSingleton<InboundWords>();
            services.AddSingleton<IInboundMail, InboundMail>();
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, MailboxWorker>());
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }

    /// <summary>Reads a mailbox by IMAP, with IDLE where the server has it.</summary>
    /// <remarks>
    /// Each mail is handed on at least once and recorded once, and is marked after that is stored. Several hosts may read one mailbox; they
    /// do the work twice, and record nothing twice.
    /// </remarks>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="name">What the mailbox is called in logs, such as <c>support</c>.</param>
    /// <param name="imap">Sets <see cref="ImapOptions"/>.</param>
    /// <param name="configure">Sets <see cref="InboundMailOptions"/>, which hold for all mailboxes.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The name is empty, or another mailbox has it.</exception>
    public static TouchpointsBuilder AddImapMailbox(
        this TouchpointsBuilder builder,
        string name,
        Action<ImapOptions> imap,
        Action<InboundMailOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(imap);
        builder.AddMailbox(
            name,
            services => new ImapSource(
                name,
                services.GetRequiredService<IOptionsMonitor<ImapOptions>>().Get(name),
                services.GetRequiredService<TimeProvider>()
            ),
            configure
        );
        builder.Services.AddOptions<ImapOptions>(name).Configure(imap).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ImapOptions>, ImapOptionsValidator>());
        return builder;
    }

    /// <summary>
    /// Reads a maildir, as mail servers of the same machine fill one: mail of <c>new</c> that was taken in is moved to <c>cur</c> as read,
    /// and what a person has to look at to the folder <c>.Aside</c>.
    /// </summary>
    /// <inheritdoc cref="AddImapMailbox" path="/remarks"/>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="name">What the mailbox is called in logs.</param>
    /// <param name="path">The maildir.</param>
    /// <param name="configure">Sets <see cref="InboundMailOptions"/>, which hold for all mailboxes.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The name or the path is empty, or another mailbox has the name.</exception>
    public static TouchpointsBuilder AddMaildir(
        this TouchpointsBuilder builder,
        string name,
        string path,
        Action<InboundMailOptions>? configure = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var layout = FolderLayout.Maildir(Path.GetFullPath(path));
        return builder.AddMailbox(name, services => new FolderSource(name, layout, services.GetRequiredService<TimeProvider>()), configure);
    }

    /// <summary>
    /// Reads a folder of <c>.eml</c> files: those that were taken in are moved to <c>done</c> in it, and what a person has to look at to
    /// <c>aside</c>, with a file that says why. Whoever writes a file there writes it under another name first, and renames it.
    /// </summary>
    /// <inheritdoc cref="AddImapMailbox" path="/remarks"/>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="name">What the mailbox is called in logs.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="configure">Sets <see cref="InboundMailOptions"/>, which hold for all mailboxes.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The name or the path is empty, or another mailbox has the name.</exception>
    public static TouchpointsBuilder AddMailFolder(
        this TouchpointsBuilder builder,
        string name,
        string folder,
        Action<InboundMailOptions>? configure = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var layout = FolderLayout.Files(Path.GetFullPath(folder));
        return builder.AddMailbox(name, services => new FolderSource(name, layout, services.GetRequiredService<TimeProvider>()), configure);
    }

    private static TouchpointsBuilder AddMailbox(
        this TouchpointsBuilder builder,
        string name,
        Func<IServiceProvider, IMailSource> open,
        Action<InboundMailOptions>? configure
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        builder.AddInboundMail(configure);
        if (builder.Services.Any(service => service.ImplementationInstance is MailboxRegistration other && other.Name == name))
        {
            throw new ArgumentException($"There is a mailbox \"{name}\" already: give each a name of its own.", nameof(name));
        }

        builder.Services.AddSingleton(new MailboxRegistration(name, open));
        return builder;
    }
}
