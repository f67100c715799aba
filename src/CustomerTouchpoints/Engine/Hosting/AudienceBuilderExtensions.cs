using CustomerTouchpoints;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Segments;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host says of whom it tells and of what: its topics and its segments.</summary>
public static class AudienceBuilderExtensions
{
    /// <summary>
    /// Declares topics: what rules say with <c>As(topic)</c>, and what customers agree to, decline and slow down by its name. A rule whose
    /// topic is not declared is refused when the host starts, and so are two different topics of one name. See
    /// <see cref="ICustomerWishes.Topics"/>.
    /// </summary>
    public static TouchpointsBuilder AddTopic(this TouchpointsBuilder builder, params IReadOnlyList<Topic> topics)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(topics);
        foreach (Topic topic in topics)
        {
            ArgumentNullException.ThrowIfNull(topic, nameof(topics));
            builder.Services.AddSingleton(topic);
        }

        return builder;
    }

    /// <summary>
    /// Declares a segment: a named group of customers, for rules that say <c>For("returning")</c> or <c>NotFor("returning")</c>. A rule
    /// whose segment is not declared is refused when the host starts, and so are two segments of one name.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">Lower-case letters, digits and hyphens, such as <c>first-order</c>. The journal names it.</param>
    /// <param name="holds">Who is in it: a pure function of what is known of a customer, without I/O, clock and randomness. It runs
    /// whenever a rule asks, and faults its own event when it throws. Null, the default, for those of whom <see cref="Customer.Segments"/>
    /// says so.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public static TouchpointsBuilder AddSegment(this TouchpointsBuilder builder, string name, Func<CustomerStanding, bool>? holds = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(new Segment(Identifier.Name(name, "a segment"), holds));
        return builder;
    }
}
