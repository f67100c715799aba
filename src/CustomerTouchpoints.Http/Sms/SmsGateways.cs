namespace CustomerTouchpoints.Http.Sms;

/// <summary>Gateways that are described already.</summary>
/// <remarks>Their requests and codes follow what the providers publish; what is new there is added with <c>with</c>.</remarks>
public static class SmsGateways
{
    /// <summary>Twilio, by its Messages resource.</summary>
    /// <param name="accountSid">The account, <c>AC…</c>.</param>
    /// <param name="authToken">Its token.</param>
    /// <param name="statusCallback">Where receipts are to be posted. Null, the default, asks for none.</param>
    public static SmsGateway Twilio(string accountSid, string authToken, Uri? statusCallback = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountSid);
        return new SmsGateway
        {
            Url = $"https://api.twilio.com/2010-04-01/Accounts/{Uri.EscapeDataString(accountSid)}/Messages.json",
            Form = Fields(("To", "{to}"), ("From", "{from}"), ("Body", "{text}"), ("StatusCallback", Literal(statusCallback))),
            Credentials = SmsCredentials.Basic(accountSid, authToken),
            Reference = SmsAnswerValue.Json("/sid"),
            Error = SmsAnswerValue.Json("/code"),
            TemporaryCodes = ["20429", "14107", "21611", "30001"],
            DownCodes = ["20003", "20005", "20404", "21603", "21606", "21607", "21659", "21660", "30002"],
        };
    }

    /// <summary>Vonage, by its SMS API.</summary>
    /// <param name="apiKey">The key.</param>
    /// <param name="apiSecret">Its secret.</param>
    /// <param name="callback">Where receipts are to be sent. Null, the default, leaves it to the account's settings.</param>
    public static SmsGateway Vonage(string apiKey, string apiSecret, Uri? callback = null) =>
        new()
        {
            Url = "https://rest.nexmo.com/sms/json",
            Form = Fields(
                ("api_key", apiKey),
                ("api_secret", apiSecret),
                ("from", "{from}"),
                ("to", "{to-digits}"),
                ("text", "{text}"),
                ("type", "{encoding}"),
                ("client-ref", "{id}"),
                ("callback", Literal(callback))
            ),
            Reference = SmsAnswerValue.Json("/messages/0/message-id"),
            Error = SmsAnswerValue.Json("/messages/0/status"),
            TakenCodes = ["0"],
            TemporaryCodes = ["1", "5", "10"],
            DownCodes = ["2", "4", "8", "9", "11", "14", "15", "23"],
        };

    /// <summary>MessageBird, by its Messages resource.</summary>
    /// <param name="accessKey">The key.</param>
    /// <param name="reportUrl">Where receipts are to be sent. Null, the default, leaves it to the account's settings.</param>
    public static SmsGateway MessageBird(string accessKey, Uri? reportUrl = null) =>
        new()
        {
            Url = "https://rest.messagebird.com/messages",
            Form = Fields(
                ("originator", "{from}"),
                ("recipients", "{to-digits}"),
                ("body", "{text}"),
                ("datacoding", "auto"),
                ("reference", "{id}"),
                ("reportUrl", Literal(reportUrl))
            ),
            Credentials = SmsCredentials.Header("Authorization", "AccessKey " + accessKey),
            Reference = SmsAnswerValue.Json("/id"),
            Error = SmsAnswerValue.Json("/errors/0/code"),
            TemporaryCodes = ["99"],
            DownCodes = ["2", "25", "98"],
        };

    /// <summary>AWS SNS, by its Publish action; the sender id comes with the gateway, not with each message.</summary>
    /// <param name="region">The region, such as <c>eu-central-1</c>.</param>
    /// <param name="keyId">The id of the access key.</param>
    /// <param name="secretKey">The access key's secret.</param>
    /// <param name="senderId">The sender id. Null, the default, leaves it to the account's settings.</param>
    public static SmsGateway Sns(string region, string keyId, string secretKey, string? senderId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(region);
        List<(string, string)> fields =
        [
            ("Action", "Publish"),
            ("Version", "2010-03-31"),
            ("PhoneNumber", "{to}"),
            ("Message", "{text}"),
            ("MessageAttributes.entry.1.Name", "AWS.SNS.SMS.SMSType"),
            ("MessageAttributes.entry.1.Value.DataType", "String"),
            ("MessageAttributes.entry.1.Value.StringValue", "Transactional"),
        ];
        if (senderId is not null)
        {
            fields.Add(("MessageAttributes.entry.2.Name", "AWS.SNS.SMS.SenderID"));
            fields.Add(("MessageAttributes.entry.2.Value.DataType", "String"));
            fields.Add(("MessageAttributes.entry.2.Value.StringValue", senderId));
        }

        return new SmsGateway
        {
            Url = $"https://sns.{region}.amazonaws.com/",
            Form = Fields([.. fields]),
            Credentials = SmsCredentials.Aws(region, "sns", keyId, secretKey),
            Reference = SmsAnswerValue.Xml("MessageId"),
            Error = SmsAnswerValue.Xml("Code"),
            TemporaryCodes = ["Throttling", "ThrottledException", "ThrottlingException", "InternalError", "InternalFailure"],
            DownCodes =
            [
                "AuthorizationError",
                "InvalidClientTokenId",
                "SignatureDoesNotMatch",
                "IncompleteSignature",
                "ExpiredToken",
                "OptInRequired",
            ],
        };
    }

    /// <summary>
    /// A gateway that takes a GET with everything in its URL and answers with a line of text. Its URL is in many logs on its way; prefer
    /// one that takes a POST.
    /// </summary>
    /// <param name="url">The URL with its places, such as <c>https://sms.example/send?user=u&amp;to={to}&amp;text={text}</c>.</param>
    /// <param name="reference">Finds the id in the answer, such as <c>^OK: (\S+)</c>.</param>
    /// <param name="error">Finds the error's code in the answer, such as <c>^ERR: (\d+)</c>.</param>
    public static SmsGateway PlainGet(string url, string reference, string error) =>
        new()
        {
            Url = url,
            Reference = SmsAnswerValue.Text(reference),
            Error = SmsAnswerValue.Text(error),
        };

    private static string Literal(Uri? url) => url?.AbsoluteUri.Replace("{", "%7B", StringComparison.Ordinal) ?? "";

    private static KeyValuePair<string, string>[] Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))];
}
