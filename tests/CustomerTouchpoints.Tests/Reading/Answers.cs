using System.Text.Json;

namespace CustomerTouchpoints.Tests.Reading;

/// <summary>What reads as JSON and comes back is the same, under the defaults of System.Text.Json.</summary>
internal static class Answers
{
    public static string ThereAndBack<T>(T view)
    {
        string json = JsonSerializer.Serialize(view);
        T back = JsonSerializer.Deserialize<T>(json)!;
        Assert.That(JsonSerializer.Serialize(back), Is.EqualTo(json));
        return json;
    }
}
