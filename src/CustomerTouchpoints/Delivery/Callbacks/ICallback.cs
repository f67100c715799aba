namespace CustomerTouchpoints.Delivery;

/// <summary>
/// Reads what one provider reports by calling us over HTTP, and says first whether it was that provider. Packages of channels bring some;
/// a host registers its own as a service. <c>MapTouchpointCallbacks</c> of CustomerTouchpoints.AspNetCore serves each.
/// </summary>
/// <remarks>Called concurrently. It does no I/O.</remarks>
public interface ICallback
{
    /// <summary>The provider's name, the last part of the address: lower-case letters, digits and hyphens, such as <c>twilio</c>.</summary>
    string Name { get; }

    /// <summary>Reads one request.</summary>
    /// <param name="request">The request, as it came. Whoever knows the address may have sent it.</param>
    /// <returns>What it reports; null for all that the provider has surely not sent, or not lately.</returns>
    IReadOnlyList<Receipt>? Read(CallbackRequest request);
}
