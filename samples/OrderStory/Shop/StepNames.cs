using CustomerTouchpoints.Messages;

namespace OrderStory.Shop;

/// <summary>How the steps of an order are called in the languages of the shop; in English the lifecycle says it.</summary>
internal static class StepNames
{
    public static void Describe(MessageOptions messages)
    {
        Add(messages, "de", "bestellt", "bezahlt", "verpackt", "unterwegs", "bei Ihnen");
        Add(messages, "fr", "commandée", "payée", "emballée", "en route", "chez vous");
        Add(messages, "it", "ricevuto", "pagato", "imballato", "in viaggio", "da Lei");
    }

    private static void Add(
        MessageOptions messages,
        string culture,
        string recorded,
        string validated,
        string prepared,
        string shipped,
        string delivered
    ) =>
        messages.AddWords(
            culture,
            new Dictionary<string, string>
            {
                ["step.order.recorded"] = recorded,
                ["step.order.validated"] = validated,
                ["step.order.prepared"] = prepared,
                ["step.order.shipped"] = shipped,
                ["step.order.delivered"] = delivered,
            }
        );
}
