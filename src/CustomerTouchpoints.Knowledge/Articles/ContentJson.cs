using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>How the content of an article lies in a row.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(ArticleContent))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(long[]))]
internal sealed partial class ContentJson : JsonSerializerContext;
