using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A page to be shown.</summary>
/// <param name="Page">The component.</param>
/// <param name="Model">What it shows.</param>
/// <param name="Status">The status of the answer.</param>
internal sealed record PageAnswer(Type Page, object Model, int Status)
{
    public static PageAnswer Of<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(typeof(TPage), model, status);

    /// <summary>A title and a text.</summary>
    public static PageAnswer Notice(string title, string? text = null, int status = StatusCodes.Status200OK) =>
        Of<NoticePage>(new NoticeModel(title, text), status);

    /// <summary>The one answer to every link that does not work, whatever is wrong with it.</summary>
    public static PageAnswer Gone() => Notice("page.gone.title", "page.gone.text", StatusCodes.Status404NotFound);

    /// <summary>That it can't be answered now.</summary>
    public static PageAnswer Later(int status) => Notice("page.busy.title", "page.busy.text", status);
}
