using System.Text.Json;

namespace CustomerTouchpoints.Messages;

/// <summary>
/// Stand-ins for a template's start-up rendering: a customer, a journey, a step; the sample can be more exact about each.
/// </summary>
internal static class SampleModel
{
    private const string StandInName = "Alex Sample";

    private static readonly DateTimeOffset SomeMoment = new(2026, 11, 22, 14, 30, 0, TimeSpan.Zero);

    public static MessageRequest Request(MessageTemplate template, Channel channel, string zone) =>
        new()
        {
            Template = template.Name,
            Channel = channel,
            Customer = new Customer
            {
                Id = "sample",
                Name = StandInName,
                Culture = template.Culture.Name,
                TimeZone = zone,
            },
            Journey = new JourneyId("sample", "1042"),
            Category = Category.Transactional,
            Data = default(JsonElement),
            Now = SomeMoment,
            StateWords = "it is on its way",
            Step = 2,
            Steps = 4,
        };

    /// <summary>A copy of the sample without the reserved names, deep enough for a model to be built on.</summary>
    public static Dictionary<string, object?> Data(IReadOnlyDictionary<string, object?> sample) =>
        sample.Where(each => !MessageModel.ReservedNames.Contains(each.Key)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The required part of a sample: what a message is sure to have.</summary>
    public static Dictionary<string, object?> RequiredData(MessageTemplate template)
    {
        var data = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (string path in template.Head.Requires)
        {
            string[] parts = path.Split('.');
            Dictionary<string, object?> at = data;
            foreach (string part in parts[..^1])
            {
                at =
                    at.GetValueOrDefault(part) as Dictionary<string, object?>
                    ?? (Dictionary<string, object?>)(at[part] = new Dictionary<string, object?>(StringComparer.Ordinal));
            }

            at[parts[^1]] = MessageModel.Find(template.Head.Sample, path) ?? (path == "customer.name" ? StandInName : null);
        }

        return data;
    }

    /// <summary>Lays the sample's own customer, journey and so on over the stand-ins.</summary>
    public static void LayOver(Dictionary<string, object?> model, IReadOnlyDictionary<string, object?> sample)
    {
        foreach (string name in MessageModel.ReservedNames)
        {
            if (sample.TryGetValue(name, out object? own))
            {
                model[name] = Merge(model.GetValueOrDefault(name), own);
            }
        }
    }

    private static object? Merge(object? standIn, object? own)
    {
        if (standIn is not Dictionary<string, object?> map || own is not Dictionary<string, object?> over)
        {
            return own;
        }

        var merged = new Dictionary<string, object?>(map, StringComparer.Ordinal);
        foreach ((string key, object? value) in over)
        {
            merged[key] = Merge(merged.GetValueOrDefault(key), value);
        }

        return merged;
    }
}
