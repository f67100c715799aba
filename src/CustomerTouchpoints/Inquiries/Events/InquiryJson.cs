using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Inquiries.Events;

/// <summary>How an inquiry's events become data, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(InquiryAsked))]
[JsonSerializable(typeof(InquiryRead))]
[JsonSerializable(typeof(InquiryAnswered))]
[JsonSerializable(typeof(InquiryNoted))]
[JsonSerializable(typeof(InquiryHandedOver))]
[JsonSerializable(typeof(InquiryAwaitsCustomer))]
[JsonSerializable(typeof(InquiryCustomerWrote))]
[JsonSerializable(typeof(InquiryMachineWrote))]
[JsonSerializable(typeof(InquiryResolved))]
[JsonSerializable(typeof(InquiryReopened))]
[JsonSerializable(typeof(InquiryClosed))]
[JsonSerializable(typeof(InquiryLinked))]
[JsonSerializable(typeof(InquiryClassified))]
internal sealed partial class InquiryJson : JsonSerializerContext;
