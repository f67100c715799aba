namespace CustomerTouchpoints.Http.Sms;

/// <summary>
/// A gateway for text messages, described: the request that it takes, and where its answer says what became of it. Ready ones are in
/// <see cref="SmsGateways"/>.
/// </summary>
/// <remarks>
/// Immutable; safe to share between threads. Texts of the request may have places in them: <c>{to}</c> is the number with its plus sign,
/// <c>{to-digits}</c> without it, <c>{from}</c> our sender id, <c>{text}</c> the message, <c>{id}</c> its id, equal in every attempt, and
/// <c>{encoding}</c> is <c>text</c> or <c>unicode</c>. Each is encoded for where it stands.
/// </remarks>
public sealed record SmsGateway
{
    /// <summary>The URL, with places where the gateway wants them in its query. No default.</summary>
    public required string Url { get; init; }

    /// <summary>
    /// The fields of a form to post. What is empty is left out. Default: none; without <see cref="Json"/>, too, it is a GET.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Form { get; init; } = [];

    /// <summary>JSON to post, with places in its strings. Null, the default, posts none.</summary>
    public string? Json { get; init; }

    /// <summary>Who we are. Null, the default, says nothing beside the URL and the fields.</summary>
    public SmsCredentials? Credentials { get; init; }

    /// <summary>
    /// Where the answer has the gateway's own id of the message, which receipts name. An answer without it is uncertain. Null where
    /// there is none.
    /// </summary>
    public SmsAnswerValue? Reference { get; init; }

    /// <summary>Where the answer has a code of an error. Null where only the status tells.</summary>
    public SmsAnswerValue? Error { get; init; }

    /// <summary>Codes that say that there is no error, such as <c>0</c>.</summary>
    public IReadOnlyCollection<string> TakenCodes { get; init; } = [];

    /// <summary>Codes that say: not now.</summary>
    public IReadOnlyCollection<string> TemporaryCodes { get; init; } = [];

    /// <summary>Codes that say: never to this number, or never this text.</summary>
    public IReadOnlyCollection<string> PermanentCodes { get; init; } = [];

    /// <summary>
    /// Codes that say that we are at fault: our login, our money, our sender id. No message fares better until it is mended.
    /// </summary>
    public IReadOnlyCollection<string> DownCodes { get; init; } = [];

    /// <summary>Says only that it is one: URLs and fields have secrets in them.</summary>
    public override string ToString() => "(an SMS gateway)";
}
