using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Inquiries;

/// <summary>What the options of inquiries may be.</summary>
internal sealed class InquiryOptionsCheck : IValidateOptions<InquiryOptions>
{
    public ValidateOptionsResult Validate(string? name, InquiryOptions options)
    {
        List<string> failures = [];
        Demand(options.MaxTextLength is >= 1 and <= 30_000, "MaxTextLength must be from 1 to 30,000");
        Demand(options.MaxAttachments is >= 0 and <= 200, "MaxAttachments must be from 0 to 200");
        Demand(options.MaxMessages >= 1, "MaxMessages must be at least 1");
        Demand(options.RateWindow > TimeSpan.Zero, "RateWindow must be more than zero");
        Demand(options.MaxAutomaticReplies is >= 1 and <= 20, "MaxAutomaticReplies must be from 1 to 20");
        Demand(options.ReferenceKey is null or { Length: >= 16 }, "ReferenceKey must have at least 16 bytes");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;

        void Demand(bool holds, string failure)
        {
            if (!holds)
            {
                failures.Add($"InquiryOptions.{failure}.");
            }
        }
    }
}
