using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What all pages for customers have around them: the brand, how to reach a person, the legal line.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class PageFrame : ComponentBase
{
    /// <summary>The page's title.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What stands on the page.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
