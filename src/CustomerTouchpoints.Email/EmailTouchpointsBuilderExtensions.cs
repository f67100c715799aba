using CustomerTouchpoints;
using CustomerTouchpoints.Email;
using CustomerTouchpoints.Email.Attachments;
using CustomerTouchpoints.Email.Composing;
using CustomerTouchpoints.Email.DropFolder;
using CustomerTouchpoints.Email.Signing;
using CustomerTouchpoints.Email.Smtp;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the email channel to a host.</summary>
public static class EmailTouchpointsBuilderExtensions
{
    /// <summary>
    /// Writes every email as one <c>.eml</c> file into a folder: for development, for tests, or for a mail server that picks them up.
    /// </summary>
    /// <remarks>
    /// A file appears whole or not at all and is on disk before the message counts as sent. Its name is the message's id, so a message that
    /// is sent again overwrites its own file. Of several email transports added to one host, the last is used.
    /// </remarks>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="folder">The folder, created when the first message is written; a relative path is meant from the current
    /// directory.</param>
    /// <param name="configure">Sets <see cref="EmailOptions"/>. Null, the default, leaves them as they are.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The folder is empty or no path.</exception>
    public static TouchpointsBuilder AddEmailDropFolder(
        this TouchpointsBuilder builder,
        string folder,
        Action<EmailOptions>? configure = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        string path = Path.GetFullPath(folder);
        return builder.AddEmail(_ => new DropFolderTransport(path), configure);
    }

    /// <summary>Sends email by SMTP, to a server that takes mail for others: the host's own relay, or a provider's.</summary>
    /// <remarks>
    /// At least once, as every channel: what the server surely did not take is tried again, and what it may have taken is uncertain.
    /// Connections are encrypted, and used again. Of several email transports added to one host, the last is used.
    /// </remarks>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="smtp">Sets <see cref="SmtpOptions"/>: the server's name at least, unless the section <c>Smtp</c> of the host's
    /// configuration says it.</param>
    /// <param name="configure">Sets <see cref="EmailOptions"/>, after the section <c>Email</c>. Null, the default, leaves them as they
    /// are.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder AddSmtpEmail(
        this TouchpointsBuilder builder,
        Action<SmtpOptions>? smtp = null,
        Action<EmailOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Bind<SmtpOptions>("Smtp").Services.AddOptions<SmtpOptions>().Configure(smtp ?? (_ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SmtpOptions>, SmtpOptionsValidator>());
        return builder.AddEmail(
            services => new SmtpTransport(
                services.GetRequiredService<IOptions<SmtpOptions>>(),
                services.GetRequiredService<TimeProvider>()
            ),
            configure
        );
    }

    /// <summary>Sends email by a transport of the host's own, such as one on a provider's API.</summary>
    /// <remarks>Of several email transports added to one host, the last is used.</remarks>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="transport">Makes the transport, once; it is called concurrently.</param>
    /// <param name="configure">Sets <see cref="EmailOptions"/>. Null, the default, leaves them as they are.</param>
    /// <returns>The same builder.</returns>
    public static TouchpointsBuilder AddEmail(
        this TouchpointsBuilder builder,
        Func<IServiceProvider, IEmailTransport> transport,
        Action<EmailOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(transport);
        IServiceCollection services = builder.Bind<EmailOptions>("Email").Services;
        OptionsBuilder<EmailOptions> options = services.AddOptions<EmailOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>());
        services.TryAddSingleton<DkimKeys>();
        services.TryAddSingleton<EmailComposer>();
        services.TryAddSingleton<AttachmentSource>();
        services.Replace(ServiceDescriptor.Singleton(transport));
        return builder.AddChannel<EmailSender>(Channel.Email);
    }
}
