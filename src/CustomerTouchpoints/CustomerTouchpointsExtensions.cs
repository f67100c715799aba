using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CustomerTouchpoints;

/// <summary>Shorter ways to report a fact.</summary>
public static class CustomerTouchpointsExtensions
{
    /// <summary>
    /// Reports a fact as a record with an <see cref="EventAttribute"/>. Its data is serialised before this method returns.
    /// </summary>
    /// <param name="touchpoints">The library.</param>
    /// <param name="journey">The journey, such as <c>order/1042</c>.</param>
    /// <param name="data">What happened.</param>
    /// <param name="id">The host's id of this fact, unique within the journey.</param>
    /// <param name="occurredAt">When it happened. Null means now.</param>
    /// <param name="customer">Who plays the lifecycle's first role, where this fact tells it.</param>
    /// <param name="cancellationToken">Stops the waiting, not the event.</param>
    /// <inheritdoc cref="ICustomerTouchpoints.RaiseAsync" path="/exception"/>
    [RequiresUnreferencedCode("Serialises the record by reflection; pass its JsonTypeInfo when trimming.")]
    [RequiresDynamicCode("Serialises the record by reflection; pass its JsonTypeInfo when compiling ahead of time.")]
    public static Task<RaiseResult> RaiseAsync<TEvent>(
        this ICustomerTouchpoints touchpoints,
        JourneyId journey,
        TEvent data,
        string id,
        DateTimeOffset? occurredAt = null,
        CustomerId? customer = null,
        CancellationToken cancellationToken = default
    )
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        return touchpoints.RaiseAsync(
            Event(journey, EventName.Of<TEvent>(), JsonSerializer.SerializeToElement(data, EventJson.Options), id, occurredAt, customer),
            cancellationToken
        );
    }

    /// <summary>Reports a fact as a record, serialised by source-generated code: fit for trimming and ahead-of-time compilation.</summary>
    /// <param name="touchpoints">The library.</param>
    /// <param name="journey">The journey, such as <c>order/1042</c>.</param>
    /// <param name="data">What happened.</param>
    /// <param name="typeInfo">How to serialise it. Templates and guards read its property names.</param>
    /// <param name="id">The host's id of this fact, unique within the journey.</param>
    /// <param name="occurredAt">When it happened. Null means now.</param>
    /// <param name="customer">Who plays the lifecycle's first role, where this fact tells it.</param>
    /// <param name="cancellationToken">Stops the waiting, not the event.</param>
    /// <inheritdoc cref="ICustomerTouchpoints.RaiseAsync" path="/exception"/>
    public static Task<RaiseResult> RaiseAsync<TEvent>(
        this ICustomerTouchpoints touchpoints,
        JourneyId journey,
        TEvent data,
        JsonTypeInfo<TEvent> typeInfo,
        string id,
        DateTimeOffset? occurredAt = null,
        CustomerId? customer = null,
        CancellationToken cancellationToken = default
    )
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        return touchpoints.RaiseAsync(
            Event(journey, EventName.Of<TEvent>(), JsonSerializer.SerializeToElement(data, typeInfo), id, occurredAt, customer),
            cancellationToken
        );
    }

    /// <summary>
    /// Reports a fact as a record, inside a transaction of the host's own. Its data is serialised before this method returns.
    /// </summary>
    /// <param name="touchpoints">The library.</param>
    /// <param name="journey">The journey, such as <c>order/1042</c>.</param>
    /// <param name="data">What happened: a record with an <see cref="EventAttribute"/>.</param>
    /// <param name="id">The host's id of this fact, unique within the journey.</param>
    /// <param name="transaction">The host's open transaction, on the database that the store keeps.</param>
    /// <param name="occurredAt">When it happened. Null means now.</param>
    /// <param name="customer">Who plays the lifecycle's first role, where this fact tells it.</param>
    /// <param name="cancellationToken">Gives up before the fact is written.</param>
    /// <inheritdoc cref="ICustomerTouchpoints.EnlistAsync" path="/exception"/>
    [RequiresUnreferencedCode("Serialises the record by reflection; pass its JsonTypeInfo when trimming.")]
    [RequiresDynamicCode("Serialises the record by reflection; pass its JsonTypeInfo when compiling ahead of time.")]
    public static Task EnlistAsync<TEvent>(
        this ICustomerTouchpoints touchpoints,
        JourneyId journey,
        TEvent data,
        string id,
        DbTransaction transaction,
        DateTimeOffset? occurredAt = null,
        CustomerId? customer = null,
        CancellationToken cancellationToken = default
    )
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        return touchpoints.EnlistAsync(
            Event(journey, EventName.Of<TEvent>(), JsonSerializer.SerializeToElement(data, EventJson.Options), id, occurredAt, customer),
            transaction,
            cancellationToken
        );
    }

    /// <summary>Reports a fact as a record, inside a transaction of the host's own; serialised by source-generated code.</summary>
    /// <param name="touchpoints">The library.</param>
    /// <param name="journey">The journey, such as <c>order/1042</c>.</param>
    /// <param name="data">What happened: a record with an <see cref="EventAttribute"/>.</param>
    /// <param name="typeInfo">How to serialise it. Templates and guards read its property names.</param>
    /// <param name="id">The host's id of this fact, unique within the journey.</param>
    /// <param name="transaction">The host's open transaction, on the database that the store keeps.</param>
    /// <param name="occurredAt">When it happened. Null means now.</param>
    /// <param name="customer">Who plays the lifecycle's first role, where this fact tells it.</param>
    /// <param name="cancellationToken">Gives up before the fact is written.</param>
    /// <inheritdoc cref="ICustomerTouchpoints.EnlistAsync" path="/exception"/>
    public static Task EnlistAsync<TEvent>(
        this ICustomerTouchpoints touchpoints,
        JourneyId journey,
        TEvent data,
        JsonTypeInfo<TEvent> typeInfo,
        string id,
        DbTransaction transaction,
        DateTimeOffset? occurredAt = null,
        CustomerId? customer = null,
        CancellationToken cancellationToken = default
    )
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        return touchpoints.EnlistAsync(
            Event(journey, EventName.Of<TEvent>(), JsonSerializer.SerializeToElement(data, typeInfo), id, occurredAt, customer),
            transaction,
            cancellationToken
        );
    }

    private static IncomingEvent Event(
        JourneyId journey,
        string name,
        JsonElement data,
        string id,
        DateTimeOffset? occurredAt,
        CustomerId? customer
    ) =>
        new()
        {
            Journey = journey,
            Name = name,
            Id = id,
            OccurredAt = occurredAt,
            Data = data,
            Customer = customer,
        };
}
