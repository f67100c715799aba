namespace CustomerTouchpoints.Inquiries;

/// <summary>Something that comes with a message, by reference: the host keeps it, the conversation knows where.</summary>
/// <param name="Name">How it is called, such as <c>invoice.pdf</c>.</param>
/// <param name="Type">What it is, such as <c>application/pdf</c>.</param>
/// <param name="Reference">Where the host keeps it, in the host's own words.</param>
/// <param name="Size">How large it is, in bytes; null where nobody knows.</param>
public sealed record InquiryAttachment(string Name, string Type, string Reference, long? Size = null);
