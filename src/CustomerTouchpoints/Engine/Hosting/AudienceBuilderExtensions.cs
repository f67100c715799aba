using CustomerTouchpoints;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Segments;
using CustomerTouchpoints.Touchpoints;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host says of whom it tells and of what: its topics, its segments and its added value.</summary>
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

    /// <summary>
    /// Declares a block of added value: an optional part after the content of messages, for rules and lifecycles that say
    /// <c>WithAddedValue</c>. Its template has its name. Without <paramref name="configure"/> it is promotional, for everybody who has
    /// agreed to that, and each customer sees it once. A rule that names one that is not declared is refused when the host starts, and so
    /// are two of one name.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">Lower-case letters, digits and hyphens, such as <c>lens-care</c>: its template is <c>lens-care.md</c>. The
    /// journal names it.</param>
    /// <param name="configure">Says what kind of content it is, whom it is for and how often.</param>
    /// <exception cref="ArgumentException">A name is malformed.</exception>
    public static TouchpointsBuilder AddAddedValue(
        this TouchpointsBuilder builder,
        string name,
        Action<AddedValueBuilder>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var value = new AddedValueBuilder(Identifier.Name(name, "a block of added value"));
        configure?.Invoke(value);
        builder.Services.AddSingleton(value.Build());
        return builder;
    }
}
