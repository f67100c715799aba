using CustomerTouchpoints;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Http.Receipts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Takes in what SMS gateways report of messages. <c>MapTouchpointCallbacks</c> of CustomerTouchpoints.AspNetCore serves the addresses that
/// they call. Without a secret there is no address: anybody could report that a number is dead.
/// </summary>
public static class SmsReceiptsBuilderExtensions
{
    /// <summary>Adds the callback <c>twilio</c>: Twilio's status callbacks.</summary>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="authTokens">The account's token; the one before beside it while they change.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">There is no token, or one is blank.</exception>
    public static TouchpointsBuilder AddTwilioReceipts(this TouchpointsBuilder builder, params string[] authTokens) =>
        builder.AddReceipts(
            authTokens,
            _ => new SmsCallback(
                "twilio",
                authTokens,
                static (secret, request) =>
                    TwilioReceipts.IsSigned(secret, request.Url, request.Fields, request.Header(TwilioReceipts.SignatureHeader)),
                TwilioReceipts.Read
            )
        );

    /// <summary>Adds the callback <c>vonage</c>: delivery receipts of Vonage's SMS API, signed by SHA-256 HMAC.</summary>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="signatureSecrets">The account's signature secret; the one before beside it while they change.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">There is no secret, or one is blank.</exception>
    public static TouchpointsBuilder AddVonageReceipts(this TouchpointsBuilder builder, params string[] signatureSecrets) =>
        builder.AddReceipts(
            signatureSecrets,
            services =>
            {
                TimeProvider time = services.GetRequiredService<TimeProvider>();
                return new SmsCallback(
                    "vonage",
                    signatureSecrets,
                    (secret, request) => VonageReceipts.IsSigned(secret, request.Fields, time),
                    VonageReceipts.Read
                );
            }
        );

    /// <summary>Adds the callback <c>messagebird</c>: MessageBird's status reports, signed by a JWT.</summary>
    /// <param name="builder">The host's touchpoints.</param>
    /// <param name="signingKeys">The account's signing key; the one before beside it while they change.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">There is no key, or one is blank.</exception>
    public static TouchpointsBuilder AddMessageBirdReceipts(this TouchpointsBuilder builder, params string[] signingKeys) =>
        builder.AddReceipts(
            signingKeys,
            services =>
            {
                TimeProvider time = services.GetRequiredService<TimeProvider>();
                return new SmsCallback(
                    "messagebird",
                    signingKeys,
                    (key, request) =>
                        MessageBirdReceipts.IsSigned(
                            key,
                            request.Url,
                            request.Body.Span,
                            request.Header(MessageBirdReceipts.SignatureHeader),
                            time
                        ),
                    MessageBirdReceipts.Read
                );
            }
        );

    private static TouchpointsBuilder AddReceipts(
        this TouchpointsBuilder builder,
        string[] secrets,
        Func<IServiceProvider, SmsCallback> create
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Length == 0 || secrets.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException(
                "There is no secret, or a blank one: nothing could be told from a forgery. Give the account's, or leave the receipts out.",
                nameof(secrets)
            );
        }

        builder.Services.AddSingleton<ICallback>(create);
        return builder;
    }
}
