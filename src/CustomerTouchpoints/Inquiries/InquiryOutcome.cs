using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Inquiries;

/// <summary>What came of something that was done to an inquiry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InquiryOutcome>))]
public enum InquiryOutcome
{
    /// <summary>It is done and stored; what it tells the customer is on its way.</summary>
    Done,

    /// <summary>It was done before, under the same id: nothing is done or sent twice.</summary>
    Repeated,

    /// <summary>
    /// Another message has come since the one that was seen, by a colleague or the customer: nothing was sent.
    /// <see cref="InquiryResult.Newer"/> says what. To say it all the same, say it again under another id.
    /// </summary>
    Overtaken,

    /// <summary>It is solved, and nothing is said to the customer about it: reopen it first.</summary>
    Solved,

    /// <summary>It is closed for good.</summary>
    Closed,

    /// <summary>There is no such inquiry.</summary>
    NotFound,

    /// <summary>The id was given to something else before, or the inquiry is another customer's. Nothing was changed.</summary>
    Conflict,

    /// <summary>
    /// The customer writes more often than <see cref="InquiryOptions.MaxMessages"/> allows. Nothing was stored: try later.
    /// </summary>
    TooMany,

    /// <summary>It leads nowhere here; the reason says why.</summary>
    NoEffect,
}
