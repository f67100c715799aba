using CustomerTouchpoints.Inquiries;

namespace CustomerTouchpoints.Surveying;

/// <summary>Questions whose customers are asked, a day after, whether they are solved.</summary>
public sealed class AskingDesk() : QuestionLifecycle(new QuestionPolicy { Survey = "solved" });
