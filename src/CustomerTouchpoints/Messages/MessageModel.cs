using System.Globalization;
using CustomerTouchpoints.Messages.Branding;
using CustomerTouchpoints.Messages.Text;
using CustomerTouchpoints.Messages.Words;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Messages;

/// <summary>
/// What a template sees: the data's own properties, and five reserved names that win over data of the same name: <c>customer</c> (name,
/// greeting, culture, segments, attributes), <c>journey</c> (id, lifecycle, key, state), <c>progress</c> (step, steps, words; null without
/// a line), <c>brand</c> (name, website) and <c>contact</c> (phone, hours, email, website). Deadlines that the gate has fixed win as well:
/// <c>answerBy</c>, <c>updateBy</c> and <c>solvedBy</c>, as times in UTC; and so do the links of <see cref="MessageLinks"/>, where the
/// template names them.
/// </summary>
internal static class MessageModel
{
    public static readonly IReadOnlyList<string> ReservedNames = ["customer", "journey", "progress", "brand", "contact"];

    /// <summary>Lays the reserved names over the data.</summary>
    public static Dictionary<string, object?> Build(
        Dictionary<string, object?> data,
        MessageRequest request,
        Brand brand,
        Contact contact,
        WordBook words
    )
    {
        foreach (ToldDeadline told in request.Deadlines)
        {
            data[told.Word] = told.By.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        string? name = TextSafety.OneLineOrNull(request.Customer.Name);
        data["customer"] = Map(
            ("name", name),
            ("greeting", name is null ? words.Say("greeting.unnamed") : words.Say("greeting.named", name)),
            ("culture", request.Customer.Culture),
            ("segments", request.Customer.Segments.Order(StringComparer.Ordinal).ToList<object?>()),
            ("attributes", request.Customer.Attributes.ToDictionary(each => each.Key, each => (object?)each.Value, StringComparer.Ordinal))
        );
        data["journey"] = Map(
            ("id", request.Journey.ToString()),
            ("lifecycle", request.Journey.Lifecycle),
            ("key", request.Journey.Key),
            ("state", request.StateWords)
        );
        data["progress"] = request is { Step: { } step, Steps: { } steps }
            ? Map(("step", step), ("steps", steps), ("words", words.Say("progress.step", step, steps)))
            : null;
        data["brand"] = Map(("name", brand.Name), ("website", brand.Website));
        data["contact"] = Map(
            ("phone", contact.Phone),
            ("hours", contact.HoursIn(words.Culture)),
            ("email", contact.Email),
            ("website", contact.Website)
        );
        return data;
    }

    /// <summary>Finds a dotted path; null when it is missing.</summary>
    public static object? Find(IReadOnlyDictionary<string, object?> model, string path)
    {
        object? value = model;
        foreach (string part in path.Split('.'))
        {
            value = value is IReadOnlyDictionary<string, object?> map ? map.GetValueOrDefault(part) : null;
        }

        return value;
    }

    /// <summary>Whether a required value is there: not null, not blank, not an empty list.</summary>
    public static bool IsGiven(object? value) =>
        value switch
        {
            null => false,
            string text => !string.IsNullOrWhiteSpace(text),
            IReadOnlyList<object?> list => list.Count > 0,
            _ => true,
        };

    private static Dictionary<string, object?> Map(params ReadOnlySpan<(string Name, object? Value)> entries)
    {
        var map = new Dictionary<string, object?>(entries.Length, StringComparer.Ordinal);
        foreach ((string name, object? value) in entries)
        {
            map[name] = value;
        }

        return map;
    }
}
