using CustomerTouchpoints;
using CustomerTouchpoints.Inquiries;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives a host a support desk.</summary>
public static class InquiriesBuilderExtensions
{
    /// <summary>
    /// Adds a support desk: <see cref="IInquiries"/>, the <see cref="QuestionLifecycle"/> with the targets that it has by default, and its
    /// messages. Messages of the host's own folders replace those of the same names.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets rules at the door. Null leaves them.</param>
    public static TouchpointsBuilder AddInquiries(this TouchpointsBuilder builder, Action<InquiryOptions>? configure = null) =>
        builder.AddInquiries(static _ => new QuestionLifecycle(), configure);

    /// <summary>Adds a support desk whose inquiries follow a lifecycle of the host's own.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="create">Makes the lifecycle, once: a <see cref="QuestionLifecycle"/> with another <see cref="QuestionPolicy"/>, one
    /// that derives from it, or one that is written anew and takes the events of an inquiry.</param>
    /// <param name="configure">Sets rules at the door. Null leaves them.</param>
    public static TouchpointsBuilder AddInquiries<TLifecycle>(
        this TouchpointsBuilder builder,
        Func<IServiceProvider, TLifecycle> create,
        Action<InquiryOptions>? configure = null
    )
        where TLifecycle : Lifecycle
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        IServiceCollection services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<Lifecycle, TLifecycle>(create));
        services.AddOptions<InquiryOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InquiryOptions>, InquiryOptionsCheck>());
        if (services.Any(service => service.ServiceType == typeof(IInquiries)))
        {
            return builder;
        }

        builder.AddTemplates(typeof(IInquiries).Assembly, "Inquiries");
        services.AddSingleton(provider => new DeskLifecycle(provider.GetServices<Lifecycle>().OfType<TLifecycle>().First().Name));
        services.AddSingleton<InquiryReferences>();
        services.AddSingleton<InquiryRate>();
        services.AddSingleton<InquirySubmission>();
        services.AddSingleton<InquiryBoard>();
        services.AddSingleton<InboundThreads>();
        services.AddSingleton<IInquiries, InquiryDesk>();
        return builder;
    }
}
