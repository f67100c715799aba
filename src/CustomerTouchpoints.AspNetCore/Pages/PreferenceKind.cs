namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What customers may decline: all messages of a category, or those of one topic of the host's.</summary>
/// <param name="Category">The category.</param>
/// <param name="Topic">The topic; null for the whole category.</param>
internal sealed record PreferenceKind(Category Category, Topic? Topic = null)
{
    /// <summary>What forms call it: topics are lower-case, categories are not.</summary>
    public string Key => Topic?.Name ?? Category.ToString();
}
