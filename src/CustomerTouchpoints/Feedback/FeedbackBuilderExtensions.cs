using CustomerTouchpoints;
using CustomerTouchpoints.Feedback;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Has a host ask its customers how it went.</summary>
public static class FeedbackBuilderExtensions
{
    /// <summary>
    /// Declares surveys: what rules say with <c>WithSurvey</c>, and what customers answer by <c>feedbackLink</c>, which needs
    /// <c>UseLinks</c>. The first one is also what a link asks in a message that asks none. It adds <see cref="IFeedback"/>, the topic
    /// <see cref="Survey.Topic"/> unless the host has declared one of that name before, and the message <c>question-feedback</c> in
    /// English, German, French and Italian.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="surveys">The surveys; two of one name are refused when the host starts.</param>
    public static TouchpointsBuilder AddSurvey(this TouchpointsBuilder builder, params IReadOnlyList<Survey> surveys)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(surveys);
        IServiceCollection services = builder.Services;
        foreach (Survey survey in surveys)
        {
            ArgumentNullException.ThrowIfNull(survey, nameof(surveys));
            services.AddSingleton(survey);
        }

        if (services.Any(service => service.ServiceType == typeof(IFeedback)))
        {
            return builder;
        }

        if (!services.Any(service => service.ImplementationInstance is Topic { Name: var name } && name == Survey.Topic.Name))
        {
            builder.AddTopic(Survey.Topic);
        }

        builder.AddTemplates(typeof(IFeedback).Assembly, "Feedback");
        services.TryAddSingleton<SurveyBook>();
        services.TryAddSingleton<FeedbackReader>();
        services.AddSingleton<IFeedback, FeedbackDesk>();
        return builder;
    }
}
