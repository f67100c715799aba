using CustomerTouchpoints.AspNetCore.Dashboard.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Hands a view its frame and what was read for it, and puts the layout around it.</summary>
/// <remarks>Razor's components are public and these are not: they are handed down as cascading values.</remarks>
internal sealed class DashboardRoot<TView, TModel> : ComponentBase
    where TView : IComponent
    where TModel : class
{
    [Parameter]
    public DashboardFrame Frame { get; set; } = null!;

    [Parameter]
    public TModel Model { get; set; } = null!;

    /// <summary>Whether the view goes without the layout, as a part of a page that is there.</summary>
    [Parameter]
    public bool IsPart { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<DashboardFrame>>(0);
        builder.AddComponentParameter(1, "Value", Frame);
        builder.AddComponentParameter(2, "ChildContent", (RenderFragment)WithModel);
        builder.CloseComponent();
    }

    private void WithModel(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<TModel>>(0);
        builder.AddComponentParameter(1, "Value", Model);
        builder.AddComponentParameter(2, "ChildContent", IsPart ? View : (RenderFragment)InLayout);
        builder.CloseComponent();
    }

    private void InLayout(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Layout>(0);
        builder.AddComponentParameter(1, nameof(Layout.ChildContent), (RenderFragment)View);
        builder.CloseComponent();
    }

    private void View(RenderTreeBuilder builder)
    {
        builder.OpenComponent<TView>(0);
        builder.CloseComponent();
    }
}
